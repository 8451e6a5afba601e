// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <juce_gui_basics/juce_gui_basics.h>

#include <optional>

namespace app
{

/** A display: its size in pixels, and how large the framework believes that things are on it. */
struct DisplayFacts
{
    double width = 0.0;
    double height = 0.0;
    double guess = 1.0;
};

/** The scale that is used of one that is wanted: none so large that the smallest window would not fit, and
    never below 1. */
double scaleThatFits (double wanted, const DisplayFacts& display);

/** What the framework's guess is multiplied by, so that a window on that display is drawn at so many per
    cent; 0: as the desktop says, or else as is guessed. */
double factorOn (const DisplayFacts& display, int percent, std::optional<double> desktopsScale);

/** Draws every window of this program at so many per cent, 0: as the desktop has it, on the display that
    most of a window is on; before there is one, on the first display. Message thread.
    @returns whether it was drawn at another scale before */
bool setWindowScale (int percent, juce::Rectangle<int> window);

} // namespace app
