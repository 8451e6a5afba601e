// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <juce_gui_basics/juce_gui_basics.h>

#include <string>

namespace ui
{

/** A key as KeyBindings writes it; empty for one that cannot be bound. */
std::string keyName (const juce::KeyPress& key);

} // namespace ui
