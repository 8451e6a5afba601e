// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/live/GrowingKernel.h"

#include "support/Signals.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace dsp
{
namespace
{

TEST (GrowingKernel, keepsNeitherSilentPathsNorSilentEnds)
{
    const GrowingKernel unit { support::unitMatrix (2), 64, 10000 };
    EXPECT_EQ (unit.numLivePaths(), 2u);
    EXPECT_EQ (unit.numPartitions(), 1u);
    EXPECT_EQ (unit.numBytes(), 2u * 128u * sizeof (float));

    TransferMatrix matrix { 2, 2, 10000, { 48000 } };
    matrix.path (1, 0)[64] = 1.0;
    const GrowingKernel one { matrix, 64, 10000 };
    EXPECT_EQ (one.numLivePaths(), 1u);
    EXPECT_EQ (one.numPartitions(), 2u);
    EXPECT_EQ (one.numTaps(), 10000u);
    EXPECT_EQ (one.numBytes(), 2u * 128u * sizeof (float));
}

TEST (GrowingKernel, takesAtMost40BytesPerTapOfTrueStereoAndHalfInMono)
{
    constexpr std::size_t taps = 96000;
    auto matrix = support::decayingMatrix (2, 2, taps, 1);
    const GrowingKernel stereo { matrix, 64, taps };
    EXPECT_LE (stereo.numBytes(), 40u * taps);

    for (std::size_t ear = 0; ear < 2; ++ear)
        std::ranges::copy (matrix.path (ear, 0), matrix.path (ear, 1).begin());

    const GrowingKernel mono { matrix, 64, taps };
    EXPECT_EQ (mono.numLivePaths(), 4u);
    EXPECT_EQ (2 * mono.numBytes(), stereo.numBytes());
}

TEST (GrowingKernel, ofAShortDeviceIsNoLargerInALongConvolver)
{
    const auto matrix = support::decayingMatrix (2, 2, 700, 2);
    EXPECT_LE (GrowingKernel (matrix, 64, 131072).numBytes(), 2u * 32u * 700u);
}

} // namespace
} // namespace dsp
