// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/BlockAdapter.h"

#include "support/AllocationGuard.h"
#include "support/IsCloseTo.h"
#include "support/Signals.h"

#include <gtest/gtest.h>

#include <random>

namespace dsp
{
namespace
{

using support::Signal;

constexpr std::size_t blockSize = 64;

/** A machine of fixed blocks: left out is half of left in, right out is minus right in. */
void halveAndInvert (ConstAudioBlock in, AudioBlock out)
{
    ASSERT_EQ (in.numFrames(), blockSize);
    ASSERT_EQ (out.numFrames(), blockSize);

    for (std::size_t n = 0; n < blockSize; ++n)
    {
        out.channel (0)[n] = 0.5f * in.channel (0)[n];
        out.channel (1)[n] = -in.channel (1)[n];
    }
}

Signal expected (const Signal& in)
{
    auto out = support::delayed (in, blockSize);

    for (std::size_t n = 0; n < out[0].size(); ++n)
    {
        out[0][n] *= 0.5;
        out[1][n] *= -1.0;
    }

    return out;
}

/** In place, in blocks whose lengths `nextLength` gives. */
template <typename NextLength>
Signal adapted (BlockAdapter& adapter, const Signal& in, NextLength&& nextLength)
{
    auto buffer = support::toBuffer (in);

    for (std::size_t start = 0; start < buffer.numFrames();)
    {
        const auto length = std::min<std::size_t> (nextLength(), buffer.numFrames() - start);
        const auto block = buffer.block().slice (start, length);
        adapter.process (block, block, halveAndInvert);
        start += length;
    }

    return support::fromBlock (buffer.block());
}

const units::Decibels exactly { -140.0 };

TEST (BlockAdapter, isLateByOneBlockAtEveryHostBlockSize)
{
    const auto in = support::noise (2, 4200, 1);

    for (std::size_t length = 1; length <= 2048; length += length < 140 ? 1 : 101)
    {
        BlockAdapter adapter { 2, 2, blockSize };
        EXPECT_THAT (adapted (adapter, in, [=] { return length; }),
                     support::isCloseTo (expected (in), exactly))
            << "host blocks of " << length;
    }
}

TEST (BlockAdapter, isLateByOneBlockWhateverTheHostDoes)
{
    const auto in = support::noise (2, 100000, 2);
    std::mt19937 generator { 3 };
    std::uniform_int_distribution<std::size_t> lengths { 0, 2048 };
    BlockAdapter adapter { 2, 2, blockSize };

    EXPECT_EQ (adapter.latencyFrames(), blockSize);
    EXPECT_THAT (adapted (adapter, in, [&] { return lengths (generator); }),
                 support::isCloseTo (expected (in), exactly));
}

TEST (BlockAdapter, isAsGoodAsNewAfterReset)
{
    const auto in = support::noise (2, 1000, 4);
    BlockAdapter adapter { 2, 2, blockSize };
    adapted (adapter, support::noise (2, 777, 5), [] { return 100u; });
    adapter.reset();
    EXPECT_THAT (adapted (adapter, in, [] { return 100u; }),
                 support::isCloseTo (expected (in), exactly));
}

TEST (BlockAdapter, leavesTheHeapAlone)
{
    BlockAdapter adapter { 2, 2, blockSize };
    AudioBuffer buffer (2, 500);

    support::AllocationGuard heap;
    adapter.process (buffer.block(), buffer.block(), halveAndInvert);
    adapter.reset();
    EXPECT_EQ (heap.count(), 0u);
}

} // namespace
} // namespace dsp
