// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/RealtimeScope.h"

#include <gtest/gtest.h>

#include <memory>

namespace support
{
namespace
{

TEST (RealtimeScopeDeathTest, stopsAtTheHeap)
{
    const auto allocate = [] {
        const RealtimeScope realtime;
        const auto memory = std::make_unique<int[]> (1000);
        EXPECT_NE (memory, nullptr);
    };

    EXPECT_DEATH (allocate(), "malloc");
}

} // namespace
} // namespace support
