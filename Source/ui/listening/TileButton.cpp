// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listening/TileButton.h"

#include "ui/look/Words.h"

namespace ui
{

TileButton::TileButton (const juce::String& wantedPlace, Pictogram withoutKind)
    : juce::Button (wantedPlace),
      place (wantedPlace),
      otherwise (withoutKind)
{
    setTitle (place + ": free");
    setWantsKeyboardFocus (true);
    setMouseClickGrabsKeyboardFocus (false);
    setToggleable (true);
}

void TileButton::show (const std::optional<DeviceTile>& tile)
{
    if (shown == tile)
        return;

    shown = tile;
    setToggleState (tile && tile->isHeard, juce::dontSendNotification);
    describe();
    repaint();
}

void TileButton::describe()
{
    if (! shown)
    {
        setTitle (place + ": free");
        setDescription ("Put a device here from the library");
        return;
    }

    setTitle (words (shown->name));
    const auto state = stateWord();
    const auto finding = shown->finding ? ", check: "
                                              + words (std::string { analysis::verdictName (
                                                  analysis::verdictOf (*shown->finding)) })
                                        : juce::String {};
    setDescription (footWords() + (state.isEmpty() ? state : ", " + state.toLowerCase()) + finding);
    setHelpText ("Key: " + words (shown->key));
}

juce::String TileButton::stateWord() const
{
    if (shown->isHeard)
        return "NOW";

    if (shown->isAwaited)
        return "NEXT";

    return shown->readiness == Readiness::preparing ? "PREPARING" : juce::String {};
}

juce::String TileButton::footWords() const
{
    return words (shown->readiness == Readiness::failed ? shown->problem : shown->evidence);
}

} // namespace ui
