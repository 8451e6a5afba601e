// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/live/PartitionPlan.h"

#include <gtest/gtest.h>

namespace dsp
{
namespace
{

TEST (PartitionPlan, coversAllTapsAndNoLevelIsNeededBeforeItsWorkCanBeDone)
{
    for (std::size_t blockSize = smallestBlock; blockSize <= 8192; blockSize *= 2)
        for (const std::size_t taps : { 1u, 31u, 64u, 65u, 700u, 8192u, 48000u, 96000u, 131072u })
        {
            const auto plan = planPartitions (blockSize, taps);
            std::size_t covered = 0, size = blockSize;
            EXPECT_EQ (plan.front().size, blockSize);

            for (const auto& level : plan)
            {
                EXPECT_GT (level.count, 0u);
                EXPECT_EQ (level.firstTap, covered);
                EXPECT_GE (level.firstTap, 2 * (level.size - blockSize));
                EXPECT_TRUE (level.size > size || level.firstTap == 0);
                EXPECT_EQ (level.size % size, 0u);
                covered = level.endTap();
                size = level.size;
            }

            EXPECT_GE (covered, taps);
            EXPECT_LT (plan.back().endTap() - plan.back().size, taps) << "a level too many";
        }
}

TEST (PartitionPlan, growsWhereThatIsCheaperAndOnlyThere)
{
    EXPECT_EQ (planPartitions (64, 64), (PartitionPlan { { 64, 1, 0 } }));
    EXPECT_EQ (planPartitions (8192, 8192), (PartitionPlan { { 8192, 1, 0 } }));

    const PartitionPlan uniform { { 64, 1500, 0 } };
    EXPECT_LT (expectedCost (planPartitions (64, 96000)), 0.1 * expectedCost (uniform));
}

TEST (PartitionPlan, ofAShorterKernelIsNeverDearer)
{
    for (std::size_t taps = 1000; taps < 96000; taps += 5000)
        EXPECT_LE (expectedCost (planPartitions (128, taps)),
                   expectedCost (planPartitions (128, taps + 5000)));
}

} // namespace
} // namespace dsp
