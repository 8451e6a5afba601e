// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/Words.h"

#include <gtest/gtest.h>

namespace ui
{

TEST (Words, sayATimeWithHoursOnlyWhereThereAreSome)
{
    EXPECT_EQ (clock (0.0), "0:00");
    EXPECT_EQ (clock (187.9), "3:07");
    EXPECT_EQ (clock (3765.0), "1:02:45");
    EXPECT_EQ (clock (-2.0), "0:00");
}

TEST (Words, sayTenthsThatDoNotRunAheadOfTheSecond)
{
    EXPECT_EQ (clockWithTenths (78.34), "1:18.3");
    EXPECT_EQ (clockWithTenths (59.99), "0:59.9");
    EXPECT_EQ (clockWithTenths (0.3), "0:00.3") << "a sum of tenths is a little less";
}

TEST (Words, writeAMinusAndNoSignBeforeZero)
{
    EXPECT_EQ (oneDecimal (-14.25), juce::String::fromUTF8 ("−14.3"));
    EXPECT_EQ (oneDecimal (-0.04), "0.0");
    EXPECT_EQ (signedDecimal (3.0), "+3.0");
    EXPECT_EQ (signedDecimal (0.04), "0.0");
    EXPECT_EQ (decibels (-1.5), juce::String::fromUTF8 ("−1.5 dB"));
}

TEST (Words, writeADashWhereNothingIsKnown)
{
    EXPECT_EQ (oneDecimal (std::optional<double> {}), juce::String::fromUTF8 ("–"));
    EXPECT_EQ (oneDecimal (std::optional { -1.0 }), juce::String::fromUTF8 ("−1.0"));
}

TEST (Words, nameFrequenciesAsOnAnAxis)
{
    EXPECT_EQ (axisFrequency (400.0), "400");
    EXPECT_EQ (axisFrequency (2000.0), "2k");
    EXPECT_EQ (axisFrequency (12500.0), "12.5k");
}

} // namespace ui
