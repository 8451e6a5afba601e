// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/Pictogram.h"
#include "ui/values/DeviceTile.h"

#include <juce_gui_basics/juce_gui_basics.h>

#include <optional>
#include <vector>

namespace ui
{

/** One thing to be heard. What is heard now is filled, has a thick border, and says NOW. */
class TileButton final : public juce::Button
{
public:
    /** @param place      how it is called while it is empty: "Key 4"
        @param otherwise  drawn for what is of no kind */
    explicit TileButton (const juce::String& place, Pictogram otherwise = Pictogram::untouched);

    /** Nothing: a free place. */
    void show (const std::optional<DeviceTile>& tile);
    bool isFree() const { return ! shown; }

    void paintButton (juce::Graphics& graphics, bool isHovered, bool isDown) override;

private:
    struct Inks;

    void describe();
    Inks inks() const;
    void paintGround (juce::Graphics& graphics, const Inks& inks, bool isHovered);
    void paintFreePlace (juce::Graphics& graphics);
    void paintKey (juce::Graphics& graphics, juce::Rectangle<int> area, const Inks& inks);
    void paintHead (juce::Graphics& graphics, juce::Rectangle<int> area, const Inks& inks);

    void paintLines (juce::Graphics& graphics,
                     const std::vector<juce::String>& lines,
                     juce::Rectangle<int>& area,
                     const juce::Font& letters,
                     int height);

    /** @returns what it leaves of the area */
    juce::Rectangle<int>
    paintFoot (juce::Graphics& graphics, juce::Rectangle<int> area, const Inks& inks);

    void paintFocus (juce::Graphics& graphics);
    void paintFinding (juce::Graphics& graphics, const Inks& inks);
    void paintTab (juce::Graphics& graphics, const Inks& inks);
    juce::String stateWord() const;
    juce::String footWords() const;

    juce::String place;
    Pictogram otherwise;
    std::optional<DeviceTile> shown;
};

} // namespace ui
