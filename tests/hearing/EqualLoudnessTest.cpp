// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/EqualLoudness.h"

#include <gtest/gtest.h>

#include <cmath>

namespace hearing
{
namespace
{

TEST (EqualLoudness, comesBackToThePhonsItStartedFrom)
{
    for (const double frequency : { 20.0, 33.3, 57.0, 440.0, 1000.0, 3333.0, 12500.0 })
        for (double phon = 3.0; phon <= 100.0; phon += 1.0)
        {
            const auto level = levelAtLoudness ({ phon }, { frequency });
            EXPECT_NEAR (loudnessLevel (level, { frequency })->value, phon, 1e-9) << frequency;
        }
}

TEST (EqualLoudness, liesBetweenItsNeighboursBetweenTheTabulatedFrequencies)
{
    const auto frequencies = equalLoudnessFrequenciesHz();

    for (std::size_t i = 0; i + 1 < frequencies.size(); ++i)
    {
        const double middle = std::sqrt (frequencies[i] * frequencies[i + 1]);
        const auto threshold = [] (double hz) { return thresholdOfHearing ({ hz }).dbSpl; };

        EXPECT_NEAR (threshold (middle),
                     0.5 * (threshold (frequencies[i]) + threshold (frequencies[i + 1])),
                     1e-9);
        EXPECT_NEAR (threshold (frequencies[i] * 0.9999), threshold (frequencies[i]), 0.02);
    }
}

TEST (EqualLoudness, holdsItsEndsOutsideTheTable)
{
    EXPECT_EQ (thresholdOfHearing ({ 10.0 }), thresholdOfHearing ({ 20.0 }));
    EXPECT_EQ (thresholdOfHearing ({ 20000.0 }), thresholdOfHearing ({ 12500.0 }));
    EXPECT_EQ (levelAtLoudness ({ 40.0 }, { 10.0 }), levelAtLoudness ({ 40.0 }, { 20.0 }));
}

TEST (EqualLoudness, givesNoPhonsToWhatCannotBeHeard)
{
    EXPECT_FALSE (loudnessLevel ({ 26.4 }, { 100.0 }));
    EXPECT_FALSE (loudnessLevel ({ -1e9 }, { 1000.0 }));
    EXPECT_FALSE (loudnessLevel ({ std::nan ("") }, { 1000.0 }));
    EXPECT_NEAR (loudnessLevel ({ 26.5 }, { 100.0 })->value, 2.43, 0.01);
}

TEST (EqualLoudness, staysFiniteBelowTheThreshold)
{
    for (const double phon : { -1e6, -10.0, 0.0, 2.0 })
        for (const double frequency : equalLoudnessFrequenciesHz())
            EXPECT_TRUE (std::isfinite (levelAtLoudness ({ phon }, { frequency }).dbSpl));
}

TEST (EqualLoudness, saysWhereTheStandardEnds)
{
    EXPECT_TRUE (isStandardised ({ 90.0 }, { 4000.0 }));
    EXPECT_FALSE (isStandardised ({ 90.0 }, { 5000.0 }));
    EXPECT_TRUE (isStandardised ({ 80.0 }, { 12500.0 }));
    EXPECT_FALSE (isStandardised ({ 19.0 }, { 1000.0 }));
    EXPECT_FALSE (isStandardised ({ 40.0 }, { 19.0 }));
    EXPECT_FALSE (isStandardised ({ 40.0 }, { 16000.0 }));
}

} // namespace
} // namespace hearing
