// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/TestMaster.h"

#include <gtest/gtest.h>

namespace analysis
{
namespace
{

using namespace test_master;

// A sine at a quarter of the rate, sampled 45° off its tops: they stand 3.01 dB above the samples.
TEST (PeakCurve, findsThePeaksBetweenTheSamples)
{
    const auto master = made (2, 1.0, [] (double at, std::size_t c) {
        const bool isLoud = c == 1 && at >= 0.5 && at < 0.6;
        return (isLoud ? 0.5 : 0.1)
               * std::sin (2.0 * std::numbers::pi * 12000.0 * at + std::numbers::pi / 4.0);
    });
    const auto curve = measured (master.block()).peaks;

    ASSERT_EQ (curve.size(), 10u);
    EXPECT_NEAR (curve[2], 0.1, 0.001);
    EXPECT_NEAR (curve[5], 0.5, 0.05); // the burst begins at once: a little more
}

TEST (PeakCurve, isAsHighAsTheTruePeakMeterAndDoesNotMindTheBlocks)
{
    const auto master = pink (3.3, 0.5);
    const auto measures = measured (master.block(), 1000);
    const float highest = *std::ranges::max_element (measures.peaks);

    EXPECT_NEAR (20.0 * std::log10 (static_cast<double> (highest)),
                 measures.loudness.truePeakDbtp->value(),
                 1e-4);
    EXPECT_EQ (measures.peaks, measured (master.block(), 77).peaks);
    EXPECT_EQ (measures.peaks.size(), 33u);
}

} // namespace
} // namespace analysis
