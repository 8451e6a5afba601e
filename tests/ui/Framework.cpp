// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Framework.h"

namespace ui
{

namespace
{

// Only what says that it is an application gets the framework's handlers for X errors; without them a
// window on a display that has no window manager ends the program.
const bool isAnApplication = [] {
    juce::JUCEApplicationBase::createInstance = []() -> juce::JUCEApplicationBase* {
        return nullptr;
    };
    return true;
}();

} // namespace

} // namespace ui
