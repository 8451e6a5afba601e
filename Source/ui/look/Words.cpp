// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/Words.h"

#include <algorithm>
#include <cmath>

namespace ui
{

namespace
{

juce::String twoDigits (int value) { return juce::String { value }.paddedLeft ('0', 2); }

juce::String withMinus (const juce::String& number)
{
    return number.replaceCharacter ('-', 0x2212);
}

double withoutNegativeZero (double value) { return std::round (value * 10.0) / 10.0 + 0.0; }

} // namespace

juce::String words (const std::string& utf8)
{
    return juce::String::fromUTF8 (utf8.data(), static_cast<int> (utf8.size()));
}

juce::String clock (double seconds)
{
    const auto total = static_cast<int> (std::max (0.0, seconds));
    const auto hours = total / 3600;
    const auto minutes = total / 60 % 60;

    if (hours == 0)
        return juce::String { minutes } + ":" + twoDigits (total % 60);

    return juce::String { hours } + ":" + twoDigits (minutes) + ":" + twoDigits (total % 60);
}

juce::String clockWithTenths (double seconds)
{
    const auto tenths = static_cast<int> (std::max (0.0, seconds) * 10.0 + 1e-6);
    return clock (tenths / 10) + "." + juce::String { tenths % 10 };
}

juce::String oneDecimal (double value)
{
    return withMinus (juce::String { withoutNegativeZero (value), 1 });
}

juce::String signedDecimal (double value)
{
    return (withoutNegativeZero (value) > 0.0 ? "+" : "") + oneDecimal (value);
}

juce::String oneDecimal (const std::optional<double>& value)
{
    return value ? oneDecimal (*value) : juce::String::fromUTF8 ("–");
}

juce::String decibels (double value) { return signedDecimal (value) + " dB"; }

juce::String axisFrequency (double frequencyHz)
{
    if (frequencyHz < 1000.0)
        return juce::String { static_cast<int> (std::round (frequencyHz)) };

    const auto kilohertz = frequencyHz / 1000.0;
    const auto isWhole = std::abs (kilohertz - std::round (kilohertz)) < 0.05;
    return (isWhole ? juce::String { static_cast<int> (std::round (kilohertz)) }
                    : juce::String { kilohertz, 1 })
           + "k";
}

} // namespace ui
