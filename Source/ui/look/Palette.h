// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/values/SettingsView.h"

#include <juce_graphics/juce_graphics.h>

namespace ui
{

/** The colours of one theme: greys, and one accent that means "this is what is heard".

    Ink on ground and panel has a contrast of at least 7:1, quiet ink 4.5:1, edges and accentInk 3:1
    (WCAG 2.2; a test holds it). Colour never says anything alone.
*/
struct Palette
{
    juce::Colour ground;  ///< behind everything
    juce::Colour panel;   ///< tiles, bars, drawers
    juce::Colour raised;  ///< buttons
    juce::Colour hovered; ///< under the pointer
    juce::Colour line;    ///< hairlines, grids
    juce::Colour edge;    ///< outlines of what can be pressed
    juce::Colour ink;
    juce::Colour quietInk;
    juce::Colour faintInk;  ///< drawn shapes of little weight; never letters
    juce::Colour accent;    ///< a filled ground
    juce::Colour onAccent;  ///< ink on it
    juce::Colour accentInk; ///< the accent as a line, or as words, on ground and panel
};

Palette paletteOf (Theme theme);

} // namespace ui
