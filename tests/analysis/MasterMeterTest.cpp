// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/MasterMeter.h"

#include "analysis/TestMaster.h"

#include <gtest/gtest.h>

namespace analysis
{
namespace
{

using test_master::measured;

dsp::AudioBuffer tone (std::size_t numChannels, double hertz, double seconds)
{
    return test_master::made (numChannels, seconds, [hertz] (double at, std::size_t) {
        return 0.5 * test_master::sine (hertz, at);
    });
}

TEST (MasterMeter, measuresWhatTheMetersMeasure)
{
    const auto programme = tone (2, 997.0, 5.0);
    const auto measures = measured (programme.block(), 4096);

    EXPECT_DOUBLE_EQ (measures.seconds, 5.0);
    EXPECT_EQ (measures.numChannels, 2u);
    EXPECT_EQ (measures.curve.points.size(), 50u);

    // BS.1770: a sine of 997 Hz at 0 dBFS in one channel reads −3.01 LUFS, in two 0.
    EXPECT_NEAR (measures.loudness.integrated->value, -6.02, 0.1);
    EXPECT_TRUE (measures.bass.isEmpty());
}

TEST (MasterMeter, doesNotMindHowTheBlocksAreCut)
{
    const auto programme = tone (1, 55.0, 2.0);
    const auto whole = measured (programme.block(), programme.numFrames());
    const auto cut = measured (programme.block(), 777);

    EXPECT_EQ (whole.numChannels, 1u);
    EXPECT_EQ (whole.bass.notes, cut.bass.notes);
    EXPECT_EQ (whole.loudness.integrated, cut.loudness.integrated);
    EXPECT_FALSE (whole.bass.isEmpty());
}

} // namespace
} // namespace analysis
