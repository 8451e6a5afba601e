// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <juce_core/juce_core.h>

#include <optional>
#include <string>

namespace ui
{

juce::String words (const std::string& utf8);

/** "3:07", or "1:02:45" from an hour on. */
juce::String clock (double seconds);

/** "3:07.4" */
juce::String clockWithTenths (double seconds);

/** "−14.2", "+3.0"; the minus is a minus, and −0.0 is 0.0. */
juce::String oneDecimal (double value);
juce::String signedDecimal (double value);

/** "–" where there is none. */
juce::String oneDecimal (const std::optional<double>& value);

/** "+3.0 dB" */
juce::String decibels (double value);

/** "400", "2k", "12.5k": as on an axis. */
juce::String axisFrequency (double frequencyHz);

} // namespace ui
