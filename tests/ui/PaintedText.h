// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <juce_gui_basics/juce_gui_basics.h>

#include <vector>

namespace ui
{

/** What is written on a picture of a component, glyph by glyph. */
struct PaintedText
{
    /** In pixels of the em, as it reaches the screen. */
    float smallest = 1000.0f;

    /** Glyphs that are cut off by the edges of what they are drawn in: font size and place. */
    std::vector<juce::String> clipped;

    /** Texts that did not go in and end in an ellipsis. */
    int numShortened = 0;
    int numGlyphs = 0;
};

PaintedText paintedText (juce::Component& component);

} // namespace ui
