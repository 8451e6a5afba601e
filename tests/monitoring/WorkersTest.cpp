// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/Workers.h"

#include <gtest/gtest.h>

#include <numeric>

namespace monitoring
{
namespace
{

TEST (Workers, doEveryPartOnce)
{
    Workers workers { 3 };

    for (const std::size_t numParts : { 0u, 1u, 2u, 7u, 100u })
    {
        std::vector<int> done (numParts, 0);
        workers.forEach (numParts, [&] (std::size_t part, std::size_t) { ++done[part]; });
        EXPECT_EQ (std::accumulate (done.begin(), done.end(), 0), static_cast<int> (numParts));
        EXPECT_EQ (std::count (done.begin(), done.end(), 1),
                   static_cast<std::ptrdiff_t> (numParts));
    }
}

TEST (Workers, giveEachWorkerANumberOfItsOwn)
{
    Workers workers { 3 };
    std::vector<int> parts (workers.size(), 0);

    for (int round = 0; round < 200; ++round)
        workers.forEach (8, [&] (std::size_t, std::size_t worker) { ++parts[worker]; });

    EXPECT_EQ (std::accumulate (parts.begin(), parts.end(), 0), 1600);
}

TEST (Workers, aloneIsEnough)
{
    Workers workers { 1 };
    int sum = 0;
    workers.forEach (5, [&] (std::size_t part, std::size_t) { sum += static_cast<int> (part); });
    EXPECT_EQ (sum, 10);
}

} // namespace
} // namespace monitoring
