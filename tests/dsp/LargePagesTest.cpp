// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/LargePages.h"

#include "dsp/AudioBuffer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <thread>
#include <vector>

namespace dsp
{
namespace
{

constexpr std::size_t megabyte = std::size_t { 1024 } * 1024;

bool startsCacheLine (const void* memory)
{
    return reinterpret_cast<std::uintptr_t> (memory) % 64 == 0;
}

TEST (LargePages, giveBuffersOfAnySizeThatDoNotOverlap)
{
    LargePages pages;
    std::vector<AlignedBuffer<float>> buffers;
    unsigned number = 0;

    for (const std::size_t count : { 1u, 16u, 17u, 100'000u, 3'000'000u, 5u, 700'000u })
    {
        buffers.emplace_back (count, &pages);
        std::ranges::fill (buffers.back(), static_cast<float> (++number));
        EXPECT_TRUE (startsCacheLine (buffers.back().data())) << count;
    }

    number = 0;

    for (const auto& buffer : buffers)
        EXPECT_EQ (std::ranges::count (buffer, static_cast<float> (++number)), std::ssize (buffer));
}

TEST (LargePages, giveToSeveralThreads)
{
    LargePages pages;
    std::vector<std::vector<AlignedBuffer<int>>> ofThreads (4);
    {
        std::vector<std::jthread> threads;

        for (std::size_t t = 0; t < ofThreads.size(); ++t)
            threads.emplace_back ([&pages, &mine = ofThreads[t], t] {
                for (std::size_t i = 0; i < 200; ++i)
                {
                    mine.emplace_back (i + 1, &pages);
                    std::ranges::fill (mine.back(), static_cast<int> (1000 * t + i));
                }
            });
    }

    for (std::size_t t = 0; t < ofThreads.size(); ++t)
        for (std::size_t i = 0; i < 200; ++i)
            EXPECT_EQ (std::ranges::count (ofThreads[t][i], static_cast<int> (1000 * t + i)),
                       static_cast<std::ptrdiff_t> (i + 1));
}

TEST (LargePages, areAskedForByWhatFillsThem)
{
    // From 2 MB on a buffer begins a page of that size, so that the system can give one.
    const AlignedBuffer<float> large (megabyte);
    EXPECT_EQ (reinterpret_cast<std::uintptr_t> (large.data()) % (2 * megabyte), 0u);
    EXPECT_TRUE (startsCacheLine (AlignedBuffer<float> (3).data()));
}

TEST (LargePages, keepABufferWhereItIsWhenItMoves)
{
    LargePages pages;
    AudioBuffer buffer (2, 100, &pages);
    buffer.channel (1)[99] = 7.0f;
    const float* const place = buffer.channel (1).data();

    AudioBuffer other (1, 3);
    other = std::move (buffer);
    EXPECT_EQ (other.channel (1).data(), place);
    EXPECT_EQ (other.channel (1)[99], 7.0f);
}

} // namespace
} // namespace dsp
