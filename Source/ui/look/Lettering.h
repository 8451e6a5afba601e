// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <juce_graphics/juce_graphics.h>

#include <vector>

namespace ui
{

/** The sizes that occur, in pixels of the em. Nothing is smaller. */
enum class TextSize
{
    small = 13,
    body = 15,
    title = 19,
    large = 26,
    numeral = 40
};

enum class Weight
{
    regular,
    bold
};

/** DejaVu Sans, drawn nine tenths as wide as it is cut. */
juce::Font font (TextSize size, Weight weight = Weight::regular);

float widthOf (const juce::String& text, const juce::Font& font);

/** In whole pixels: enough of them. */
int pixelsFor (const juce::String& text, const juce::Font& font);

int lineHeight (TextSize size);

/** The text in at most so many lines; what does not go in is cut with an ellipsis. */
std::vector<juce::String>
wrapped (const juce::String& text, const juce::Font& font, float width, int maxLines);

/** Draws it from the top of the area, in as many lines as go in. @returns the height used */
int writeLines (juce::Graphics& graphics,
                const juce::String& text,
                juce::Rectangle<int> area,
                TextSize size,
                Weight weight = Weight::regular);

/** One line, cut with an ellipsis where it must. */
void write (juce::Graphics& graphics,
            const juce::String& text,
            juce::Rectangle<int> area,
            const juce::Font& font,
            juce::Justification place = juce::Justification::centredLeft);

} // namespace ui
