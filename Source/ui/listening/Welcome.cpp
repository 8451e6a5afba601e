// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listening/Welcome.h"

#include "ui/look/Lettering.h"
#include "ui/look/Look.h"
#include "ui/look/Words.h"

namespace ui
{

namespace
{

constexpr int margin = 24;
constexpr int buttonHeight = 40;
constexpr int recentHeight = 32;

} // namespace

Welcome::Welcome (Actions& wantedActions)
    : actions (wantedActions),
      open ("Open files"),
      demo ("Play the demo")
{
    setTitle ("Nothing is open");
    open.onClick = [this] { actions.perform (Command::open); };
    demo.onClick = [this] { actions.perform (Command::playDemo); };
    addAndMakeVisible (open);
    addAndMakeVisible (demo);
}

void Welcome::show (const std::vector<std::string>& recentFiles, const KeyBindings& keys)
{
    open.setKey (words (keys.keyOf (Command::open)));
    demo.setKey (words (keys.keyOf (Command::playDemo)));
    resized();

    if (shown == recentFiles)
        return;

    shown = recentFiles;
    recent.clear();

    for (const auto& path : shown)
    {
        if (recent.size() == mostRecent)
            break;

        const auto name = juce::File::createFileWithoutCheckingPath (words (path)).getFileName();
        auto& button = recent.emplace_back (
            std::make_unique<PushButton> (name, PushButton::Stance::bare));
        button->setTitle ("Open again: " + name);
        button->setPictogram (Pictogram::play);
        button->onClick = [this, path] { actions.open ({ path }); };
        addAndMakeVisible (*button);
    }

    resized();
    repaint();
}

void Welcome::paint (juce::Graphics& graphics)
{
    const auto& colours = paletteOf (*this);
    juce::Path outline;
    outline.addRoundedRectangle (getLocalBounds().toFloat().reduced (1.0f), cornerRadius);
    juce::Path dashed;
    constexpr float dashes[] { 6.0f, 5.0f };
    juce::PathStrokeType { 1.5f }.createDashedStroke (dashed, outline, dashes, 2);
    graphics.setColour (colours.panel);
    graphics.fillPath (outline);
    graphics.setColour (colours.edge);
    graphics.fillPath (dashed);

    auto area = getLocalBounds().reduced (margin, margin);
    graphics.setColour (colours.ink);
    write (graphics,
           "Drop a master here",
           area.removeFromTop (lineHeight (TextSize::large)),
           font (TextSize::large, Weight::bold));
    graphics.setColour (colours.quietInk);
    write (graphics,
           "A file, several, or a folder. Then press a number, and hear it there.",
           area.removeFromTop (lineHeight (TextSize::body)),
           font (TextSize::body));

    if (! recent.empty())
        write (graphics,
               "Recent",
               { recent.front()->getX() + 12, recent.front()->getY() - 24, 160, 20 },
               font (TextSize::small));
}

void Welcome::resized()
{
    auto area = getLocalBounds().reduced (margin, 16);
    auto right = area.removeFromRight (std::min (280, area.getWidth() / 3));
    const auto count = static_cast<int> (recent.size());
    right = right.withSizeKeepingCentre (right.getWidth(), count * recentHeight).translated (0, 10);

    for (auto& button : recent)
        button->setBounds (right.removeFromTop (recentHeight));

    auto buttons = area.removeFromBottom (buttonHeight);
    open.setBounds (buttons.removeFromLeft (open.widthNeeded()));
    demo.setBounds (buttons.withTrimmedLeft (8).removeFromLeft (demo.widthNeeded()));
}

} // namespace ui
