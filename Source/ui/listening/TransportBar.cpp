// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listening/TransportBar.h"

#include "ui/look/Lettering.h"
#include "ui/look/Look.h"
#include "ui/look/Words.h"

#include <array>

namespace ui
{

namespace
{

constexpr int gap = 8;
constexpr int buttonHeight = 40;
constexpr int playWidth = 152;
constexpr int clockWidth = 144;
constexpr int widestCompare = 160;
constexpr int roomyWidth = 1280;

/** A button, and what is meant by it now. */
struct Detailed
{
    PushButton& button;
    const std::string& text;
};

} // namespace

TransportBar::TransportBar (Actions& actions)
    : play ("Play"),
      loop ("Loop"),
      compare ("A/B"),
      lost ("Lost"),
      noise ("Noise"),
      cycle ("Cycle"),
      playlist ("Playlist", PushButton::Stance::bare),
      notes ("Notes", PushButton::Stance::bare)
{
    setTitle ("Transport");
    play.setPictogram (Pictogram::play);
    loop.setTitle ("Loop");
    compare.setTitle ("A/B: compare");
    lost.setTitle ("Lost: what the device takes away");
    noise.setTitle ("Background noise");
    cycle.setTitle ("Quick cycle through the devices");

    const auto connect = [this, &actions] (PushButton& button, Command command) {
        button.onClick = [&actions, command] { actions.perform (command); };
        addAndMakeVisible (button);
    };

    connect (play, Command::playOrStop);
    connect (loop, Command::loopOnOff);
    connect (compare, Command::compare);
    connect (lost, Command::lost);
    connect (noise, Command::noise);
    connect (cycle, Command::quickCycle);
    connect (playlist, Command::showPlaylist);
    connect (notes, Command::showNotes);
    showButtons();
}

void TransportBar::showKeys (const KeyBindings& keys)
{
    const auto label = [&keys] (PushButton& button, Command command) {
        button.setKey (words (keys.keyOf (command)));
    };

    label (play, Command::playOrStop);
    label (loop, Command::loopOnOff);
    label (compare, Command::compare);
    label (lost, Command::lost);
    label (noise, Command::noise);
    label (cycle, Command::quickCycle);
    label (playlist, Command::showPlaylist);
}

void TransportBar::showButtons()
{
    play.setPictogram (shown.isPlaying ? Pictogram::stop : Pictogram::play);
    play.setWords (shown.isWaitingForCard ? "Waiting" : shown.isPlaying ? "Stop" : "Play");
    play.setTitle (shown.isWaitingForCard ? juce::String { "Stop waiting for the sound card" }
                                          : play.getButtonText());
    play.setEnabled (shown.hasTrack);
    loop.setOn (shown.isLooping);
    loop.setEnabled (shown.hasTrack);
    compare.setOn (shown.isComparing);
    compare.setEnabled (! shown.comparedTo.empty());
    lost.setOn (shown.isLost);
    lost.setEnabled (! shown.lostOn.empty());
    noise.setOn (shown.isNoiseOn);
    cycle.setOn (shown.isCycling);

    compare.setDescription (words (shown.comparedTo));
    lost.setDescription (words (shown.lostOn));
    noise.setDescription (words (shown.noise));
    cycle.setDescription (words (shown.cycle));
}

void TransportBar::showDetails (int room)
{
    const std::array detailed { Detailed { compare, shown.comparedTo },
                                Detailed { lost, shown.lostOn },
                                Detailed { noise, shown.noise },
                                Detailed { cycle, shown.cycle } };

    for (const auto& each : detailed)
        each.button.setDetail ({});

    for (auto* button : { &loop, &compare, &lost, &noise, &cycle })
        room -= button->widthNeeded() + gap;

    const auto addWhereItFits = [&room] (const Detailed& each) {
        const auto before = each.button.widthNeeded();
        each.button.setDetail (words (each.text));
        const auto growth = each.button.widthNeeded() - before;

        if (growth > room)
            each.button.setDetail ({});
        else
            room -= growth;
    };

    // What is on comes first: it must be seen what is heard.
    for (const auto isOn : { true, false })
        for (const auto& each : detailed)
            if (each.button.getToggleState() == isOn)
                addWhereItFits (each);

    // A/B says nothing without what it compares with.
    if (! shown.comparedTo.empty() && ! compare.hasDetail())
        compare.setDetailBelow (
            words (shown.comparedTo),
            std::clamp (room + compare.widthNeeded(), compare.widthNeeded(), widestCompare));
}

void TransportBar::show (const TransportView& transport, const KeyBindings& keys)
{
    auto standing = transport;
    standing.positionSeconds = shown.positionSeconds;
    const auto hasChanged = standing != shown || keysShown != keys;
    shown = transport;
    keysShown = keys;
    showKeys (keys);

    if (hasChanged)
    {
        showButtons();
        resized();
    }

    const auto now = clockWithTenths (shown.positionSeconds) + clock (shown.durationSeconds);

    if (clockShown == now)
        return;

    clockShown = now;
    repaint (clockArea);
}

void TransportBar::paint (juce::Graphics& graphics)
{
    const auto& colours = paletteOf (*this);
    graphics.fillAll (colours.panel);
    graphics.setColour (colours.line);
    graphics.fillRect (getLocalBounds().withHeight (1));

    if (! shown.hasTrack)
        return;

    auto area = clockArea;
    const auto total = "/ " + clock (shown.durationSeconds);
    const auto letters = font (TextSize::small);
    const auto totalWidth = pixelsFor (total, letters) + 2;
    graphics.setColour (colours.quietInk);
    write (graphics, total, area.removeFromRight (totalWidth).withTrimmedTop (4), letters);
    graphics.setColour (colours.ink);
    write (graphics,
           clockWithTenths (shown.positionSeconds),
           area.withTrimmedRight (6),
           font (TextSize::title, Weight::bold),
           juce::Justification::centredRight);
}

void TransportBar::resized()
{
    auto area = getLocalBounds().reduced (16, 0);
    area = area.withSizeKeepingCentre (area.getWidth(), buttonHeight);

    // At the smallest size its key would take the room of A/B's words.
    notes.setKey (getWidth() >= roomyWidth ? words (keysShown.keyOf (Command::showNotes))
                                           : juce::String {});

    for (auto* button : { &notes, &playlist })
    {
        button->setBounds (area.removeFromRight (button->widthNeeded()));
        area.removeFromRight (gap);
    }

    play.setBounds (area.removeFromLeft (playWidth));
    area.removeFromLeft (gap);
    clockArea = area.removeFromLeft (clockWidth);
    area.removeFromLeft (2 * gap);
    showDetails (area.getWidth());

    for (auto* button : { &loop, &compare, &lost, &noise, &cycle })
    {
        button->setBounds (area.removeFromLeft (std::min (button->widthNeeded(), area.getWidth())));
        area.removeFromLeft (gap);
    }
}

std::unique_ptr<juce::AccessibilityHandler> TransportBar::createAccessibilityHandler()
{
    return std::make_unique<juce::AccessibilityHandler> (*this, juce::AccessibilityRole::group);
}

} // namespace ui
