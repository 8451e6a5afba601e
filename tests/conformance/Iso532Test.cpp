// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/StationaryLoudness.h"

#include <gtest/gtest.h>

#include <algorithm>

/** ISO 532-1:2017, Annex B: published loudness of test signals, to 5 % or 0.1 sone. */
namespace hearing
{
namespace
{

struct PatternPoint
{
    std::size_t step; ///< in tenths of a Bark
    double sonePerBark;
};

void expectLoudness (double sone, double published)
{
    EXPECT_NEAR (sone, published, std::max (0.05 * published, 0.1));
}

void expectPattern (const SpecificLoudness& specific, std::initializer_list<PatternPoint> published)
{
    for (const auto& point : published)
        EXPECT_NEAR (
            specific[point.step - 1], point.sonePerBark, std::max (0.05 * point.sonePerBark, 0.1))
            << point.step;
}

TEST (Iso532Stationary, signal1MachineryNoiseByItsThirdOctaves)
{
    const auto loudness = stationaryLoudness ({ -60, -60, 78, 79, 89, 72, 80, 89, 75, 87,
                                                85,  79,  86, 80, 71, 70, 72, 71, 72, 74,
                                                69,  65,  67, 77, 68, 58, 45, 30 },
                                              SoundField::free);
    expectLoudness (loudness.sone, 83.296);
    expectPattern (loudness.specific,
                   { { 1, 5.327 },
                     { 20, 7.560 },
                     { 60, 3.752 },
                     { 100, 2.350 },
                     { 140, 2.847 },
                     { 200, 3.453 },
                     { 240, 0.402 } });
}

} // namespace
} // namespace hearing
