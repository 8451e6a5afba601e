// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/ChainBuilder.h"

#include "support/Signals.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace monitoring
{
namespace
{

using namespace units::literals;
using ::testing::HasSubstr;

ChainLayout smallLayout()
{
    ChainLayout layout;
    layout.blockSize = 64;
    layout.maximumTaps = 500;
    return layout;
}

void expectProblem (const dsp::TransferMatrix& matrix, const char* cause)
{
    const auto plan = ChainBuilder { smallLayout() }.build (matrix, 0.0_dB);
    ASSERT_FALSE (plan) << cause;
    EXPECT_THAT (plan.problem().what, HasSubstr (cause));
    EXPECT_FALSE (plan.problem().cure.empty());
}

TEST (ChainBuilder, refusesWhatDoesNotFitAndAGoodOneStillPasses)
{
    auto broken = support::decayingMatrix (2, 2, 500, 1);
    broken.path (1, 0)[77] = std::nan ("");

    expectProblem (support::decayingMatrix (2, 3, 100, 1), "3 inputs and 2 outputs");
    expectProblem (support::decayingMatrix (1, 2, 100, 1), "2 inputs and 1 outputs");
    expectProblem (support::decayingMatrix (2, 2, 501, 1), "501 samples");
    expectProblem (dsp::TransferMatrix { 2, 2, 10, { 44100 } }, "44100 Hz");
    expectProblem (broken, "not a finite number");

    EXPECT_TRUE (
        ChainBuilder { smallLayout() }.build (support::decayingMatrix (2, 2, 500, 1), -6.0_dB));
}

TEST (ChainBuilder, makesUnityOfTwoLivePathsAndOnePartition)
{
    const auto unity = ChainBuilder { smallLayout() }.unity();
    EXPECT_EQ (unity.kernel->numLivePaths(), 2u);
    EXPECT_EQ (unity.kernel->numPartitions(), 1u);
}

} // namespace
} // namespace monitoring
