// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace app
{

/** A size in pixels of the display. */
struct DisplaySize
{
    double width = 0.0;
    double height = 0.0;
};

/** The scale that is used of one that is wanted: none so large that the smallest window would not fit, and
    never below 1. */
double scaleThatFits (double wanted, DisplaySize display);

/** Draws every window of this program at so many per cent; 0: as the desktop has it. Message thread. */
void setWindowScale (int percent);

} // namespace app
