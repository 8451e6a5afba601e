// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listening/TopBar.h"

#include "ui/look/Lettering.h"
#include "ui/look/Look.h"
#include "ui/look/Words.h"

namespace ui
{

namespace
{

constexpr int gap = 8;
constexpr int buttonHeight = 36;
constexpr int volumeWidth = 208;
constexpr int longestHeadphones = 280;
constexpr double quietestDb = -60.0;
constexpr double stepDb = 0.5;
constexpr double usualDb = -20.0;

} // namespace

TopBar::TopBar (Actions& actions)
    : headphones ("My headphones", PushButton::Stance::bare),
      volume ("Volume", { quietestDb, 0.0, stepDb, usualDb, "dB" }),
      dim ("Dim"),
      settings ("Settings", PushButton::Stance::bare),
      keysButton ("Keys", PushButton::Stance::bare)
{
    setTitle ("Track, headphones and volume");
    headphones.setPictogram (Pictogram::headphones);

    const auto connect = [this, &actions] (PushButton& button, Command command) {
        button.onClick = [&actions, command] { actions.perform (command); };
        addAndMakeVisible (button);
    };

    connect (headphones, Command::showHeadphones);
    addAndMakeVisible (volume);
    connect (dim, Command::dim);
    connect (settings, Command::showSettings);
    connect (keysButton, Command::showKeys);
    // One click must not make it much louder: the volume follows a drag, from where it is.
    volume.setSliderSnapsToMousePosition (false);
    volume.setDoubleClickReturnValue (false, 0.0);
    volume.onValueChange = [this, &actions] { actions.setVolume (volume.getValue()); };
}

void TopBar::show (const TopBarView& topBar, const KeyBindings& keys)
{
    dim.setKey (words (keys.keyOf (Command::dim)));
    keysButton.setKey (words (keys.keyOf (Command::showKeys)));

    if (shown == topBar && keysShown == keys)
        return;

    shown = topBar;
    keysShown = keys;
    headphones.setWords (shown.headphones.empty() ? "My headphones" : words (shown.headphones));
    headphones.setTitle ("My headphones: " + headphones.getButtonText());
    volume.showValue (shown.volumeDb);
    dim.setOn (shown.isDimmed);
    resized();
    repaint();
}

void TopBar::paint (juce::Graphics& graphics)
{
    const auto& colours = paletteOf (*this);
    graphics.fillAll (colours.panel);
    graphics.setColour (colours.line);
    graphics.fillRect (getLocalBounds().removeFromBottom (1));

    auto area = trackArea;
    const auto title = font (TextSize::title, Weight::bold);
    const auto track = shown.track.empty() ? juce::String { "Elsewhere" } : words (shown.track);
    const auto width = std::min (area.getWidth(), pixelsFor (track, title) + 1);
    graphics.setColour (colours.ink);
    write (graphics, track, area.removeFromLeft (width), title);

    if (area.getWidth() < 48)
        return;

    graphics.setColour (colours.quietInk);
    write (graphics,
           words (shown.version),
           area.withTrimmedLeft (12).withTrimmedTop (4),
           font (TextSize::small));
}

void TopBar::resized()
{
    auto area = getLocalBounds().reduced (16, 0);
    area = area.withSizeKeepingCentre (area.getWidth(), buttonHeight);

    for (auto* button : { &keysButton, &settings, &dim })
    {
        button->setBounds (area.removeFromRight (button->widthNeeded()));
        area.removeFromRight (gap);
    }

    volume.setBounds (area.removeFromRight (volumeWidth));
    area.removeFromRight (gap);
    headphones.setBounds (
        area.removeFromRight (std::min (headphones.widthNeeded() + 2, longestHeadphones)));
    trackArea = area;
}

std::unique_ptr<juce::AccessibilityHandler> TopBar::createAccessibilityHandler()
{
    return std::make_unique<juce::AccessibilityHandler> (*this, juce::AccessibilityRole::group);
}

} // namespace ui
