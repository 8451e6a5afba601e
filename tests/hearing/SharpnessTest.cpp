// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/Sharpness.h"

#include <gtest/gtest.h>

#include <cmath>

namespace hearing
{
namespace
{

/** One sone in one step. */
SpecificLoudness onlyAt (std::size_t step)
{
    SpecificLoudness specific {};
    specific[step] = 10.0f;
    return specific;
}

TEST (Sharpness, weighsHighCriticalBandsMore)
{
    EXPECT_EQ (sharpnessWeight (1.0), 1.0);
    EXPECT_EQ (sharpnessWeight (15.8), 1.0);
    EXPECT_NEAR (sharpnessWeight (15.9), 1.0, 0.01);
    EXPECT_NEAR (sharpnessWeight (20.0), 0.15 * std::exp (0.42 * 4.2) + 0.85, 1e-12);
}

TEST (Sharpness, isThePlaceOfLoudness)
{
    EXPECT_NEAR (sharpness (onlyAt (99)).value(), 0.11 * 10.0, 1e-6); // 10 Bark
    EXPECT_NEAR (sharpness (onlyAt (199)).value(), 0.11 * 20.0 * sharpnessWeight (20.0), 1e-6);
}

TEST (Sharpness, doesNotDependOnLoudness)
{
    auto specific = onlyAt (120);
    specific[40] = 3.0f;
    const double before = sharpness (specific).value();

    for (auto& value : specific)
        value *= 7.0f;

    EXPECT_NEAR (sharpness (specific).value(), before, 1e-6);
}

TEST (Sharpness, hasNoNumberForSilence)
{
    EXPECT_EQ (sharpness (SpecificLoudness {}), std::nullopt);
    auto broken = onlyAt (10);
    broken[11] = std::nanf ("");
    EXPECT_EQ (sharpness (broken), std::nullopt);
    EXPECT_TRUE (sharpness (onlyAt (10)));
}

TEST (SharpnessOverTime, ranksWhatCanBeHeard)
{
    SharpnessOverTime overTime { 2 };
    EXPECT_EQ (overTime.exceeded (0, 50.0), std::nullopt);

    for (std::size_t step = 0; step <= 100; ++step)
    {
        const LoudnessPattern silence, pattern { 1.0, onlyAt (step) };
        overTime.take ({ 1, 2 * step, silence });
        overTime.take ({ 1, 2 * step + 1, pattern });
    }

    EXPECT_NEAR (overTime.exceeded (1, 5.0).value(), 0.11 * 9.6, 1e-3);
    EXPECT_NEAR (overTime.exceeded (1, 50.0).value(), 0.11 * 5.1, 1e-3);
    EXPECT_EQ (overTime.exceeded (0, 50.0), std::nullopt);
}

} // namespace
} // namespace hearing
