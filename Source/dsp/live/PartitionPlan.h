// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace dsp
{

/** Taps [firstTap, firstTap + count · size) of a kernel, convolved in blocks of `size` frames. */
struct PartitionLevel
{
    std::size_t size;
    std::size_t count;
    std::size_t firstTap;

    std::size_t endTap() const { return firstTap + count * size; }

    bool operator== (const PartitionLevel&) const = default;
};

/** From small blocks to large: each level begins where the one before it ends. */
using PartitionPlan = std::vector<PartitionLevel>;

/** The cheapest plan that can be played in the audio thread alone, block by block.

    Work of a level on one of its blocks is spread over the time until the next of them is complete, so
    it is late by nearly two of its blocks: no level begins before tap 2 · (size − blockSize). The first
    level's blocks are the caller's. No level has blocks longer than 128 of these, as a
    transform is spread in a few steps only.

    The same arguments give the same plan on every machine: kernels and histories that were made apart fit.

    @param blockSize  a power of two, at least smallestBlock
    @param taps       at least 1
*/
PartitionPlan planPartitions (std::size_t blockSize, std::size_t taps);

/** What a plan is expected to take, in nanoseconds per frame of true stereo. */
double expectedCost (const PartitionPlan& plan);

inline constexpr std::size_t smallestBlock = 32;

} // namespace dsp
