// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/live/PartitionPlan.h"

#include "units/Precondition.h"

#include <algorithm>
#include <bit>

namespace dsp
{
namespace
{

// Nanoseconds per frame; only their ratios matter. Where they come from, and why they are constants:
// docs/decisions/0111.
constexpr double productCost = 0.33; ///< of one partition of four paths
constexpr double smallestTransformCost = 2.3;
constexpr double costOfDoubling = 0.3;

/** Forth and back of two blocks of this size, per frame of one. */
double transformCost (std::size_t size)
{
    const auto doublings = std::countr_zero (size) - std::countr_zero (smallestBlock);
    return smallestTransformCost + costOfDoubling * doublings;
}

constexpr std::size_t largestInBlocks = 128;

/** Tries every rising choice of block sizes. */
class Search
{
public:
    Search (std::size_t blockSize, std::size_t numTaps) : block (blockSize), taps (numTaps) {}

    PartitionPlan best()
    {
        std::vector<std::size_t> sizes { block };
        tryAll (sizes);
        return cheapest;
    }

private:
    void tryAll (std::vector<std::size_t>& sizes)
    {
        consider (sizes);

        for (auto next = 2 * sizes.back(); next <= largestInBlocks * block; next *= 2)
        {
            sizes.push_back (next);
            tryAll (sizes);
            sizes.pop_back();
        }
    }

    void consider (const std::vector<std::size_t>& sizes)
    {
        PartitionPlan plan;
        std::size_t tap = 0;

        for (std::size_t level = 0; level < sizes.size(); ++level)
        {
            const auto isLast = level + 1 == sizes.size();
            const auto end = isLast ? taps : 2 * (sizes[level + 1] - block);

            if (end <= tap || (! isLast && end >= taps))
                return;

            const auto count = (end - tap + sizes[level] - 1) / sizes[level];
            plan.push_back ({ sizes[level], count, tap });
            tap = plan.back().endTap();
        }

        if (cheapest.empty() || expectedCost (plan) < expectedCost (cheapest))
            cheapest = plan;
    }

    std::size_t block;
    std::size_t taps;
    PartitionPlan cheapest;
};

} // namespace

PartitionPlan planPartitions (std::size_t blockSize, std::size_t taps)
{
    PRECONDITION (std::has_single_bit (blockSize) && blockSize >= smallestBlock && taps > 0);
    return Search { blockSize, taps }.best();
}

double expectedCost (const PartitionPlan& plan)
{
    double cost = 0.0;

    for (const auto& level : plan)
        cost += transformCost (level.size) + productCost * static_cast<double> (level.count);

    return cost;
}

} // namespace dsp
