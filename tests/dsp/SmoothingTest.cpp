// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/Smoothing.h"

#include <gtest/gtest.h>

#include <cmath>

namespace dsp
{
namespace
{

double thirdOfAnOctave (double) { return 1.0 / 3.0; }

TEST (Smoothing, widensFromATwelfthToAThirdOfAnOctave)
{
    EXPECT_DOUBLE_EQ (measurementSmoothingOctaves (20.0), 1.0 / 12.0);
    EXPECT_DOUBLE_EQ (measurementSmoothingOctaves (2000.0), 1.0 / 12.0);
    EXPECT_NEAR (measurementSmoothingOctaves (std::sqrt (2000.0 * 6000.0)), 2.5 / 12.0, 1e-12);
    EXPECT_DOUBLE_EQ (measurementSmoothingOctaves (6000.0), 1.0 / 3.0);
    EXPECT_DOUBLE_EQ (measurementSmoothingOctaves (20000.0), 1.0 / 3.0);
}

TEST (Smoothing, leavesAFlatResponseAlone)
{
    const auto flat = FrequencyResponse::sampled (libraryGridHz(), [] (double) { return -7.0; });

    const auto smooth = powerSmoothed (flat);
    const auto broad = octaveMeans (flat);

    for (const double frequency : libraryGridHz())
    {
        EXPECT_NEAR (smooth.levelDbAt (frequency), -7.0, 1e-9);
        EXPECT_NEAR (broad.levelDbAt (frequency), -7.0, 1e-9);
    }
}

TEST (Smoothing, keepsASlopeUpToItsEnds)
{
    const auto slope = FrequencyResponse::sampled (
        libraryGridHz(), [] (double f) { return 12.0 * std::log2 (f / 1000.0); });
    const auto smooth = powerSmoothed (slope);

    for (std::size_t i = 0; i < slope.levelsDb().size(); ++i)
        EXPECT_NEAR (smooth.levelsDb()[i], slope.levelsDb()[i], 0.25);

    EXPECT_DOUBLE_EQ (smooth.levelsDb().front(), slope.levelsDb().front());
    EXPECT_DOUBLE_EQ (smooth.levelsDb().back(), slope.levelsDb().back());
}

TEST (Smoothing, averagesPowerAsAFineSumDoes)
{
    const auto response = FrequencyResponse::sampled (libraryGridHz(), [] (double f) {
        return 8.0 * std::sin (11.0 * std::log (f)) + 3.0 * std::cos (37.0 * std::log (f));
    });
    const auto smooth = powerSmoothed (response, thirdOfAnOctave);
    constexpr int steps = 20000;

    for (const std::size_t i : { 20u, 100u, 133u, 220u })
    {
        const double centre = response.frequenciesHz()[i];
        double power = 0.0;

        for (int k = 0; k < steps; ++k)
            power += std::pow (
                10.0,
                response.levelDbAt (centre * std::exp2 (((k + 0.5) / steps - 0.5) / 3.0)) / 10.0);

        EXPECT_NEAR (smooth.levelsDb()[i], 10.0 * std::log10 (power / steps), 1e-4);
    }
}

TEST (Smoothing, octaveMeansLeanOnWhatThereIsAtTheEnds)
{
    const auto response = FrequencyResponse::sampled (
        libraryGridHz(), [] (double f) { return 6.0 * std::log2 (f / 1000.0); });
    const auto means = octaveMeans (response);

    EXPECT_NEAR (means.levelDbAt (1000.0), response.levelDbAt (1000.0), 1e-9);
    EXPECT_NEAR (means.levelsDb().front(), response.levelsDb().front() + 1.5, 1e-9);
    EXPECT_NEAR (means.levelsDb().back(), response.levelsDb().back() - 1.5, 1e-9);
}

} // namespace
} // namespace dsp
