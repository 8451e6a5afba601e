// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <juce_gui_basics/juce_gui_basics.h>

namespace app
{

/** The program's picture: elsewhere.svg, in so many pixels each way. */
juce::Image iconOf (int pixels);

} // namespace app
