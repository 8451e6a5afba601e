// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <juce_gui_basics/juce_gui_basics.h>

#include <functional>
#include <memory>

namespace ui
{

/** Where a position is read and set. */
struct PositionAccess
{
    std::function<double()> seconds;
    std::function<double()> durationSeconds;
    std::function<void (double)> seek;
};

/** A position in time, for a screen reader: a slider that says minutes and seconds. */
std::unique_ptr<juce::AccessibilityHandler> positionHandler (juce::Component& component,
                                                             PositionAccess access);

} // namespace ui
