// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/live/RecentInput.h"

#include "dsp/AudioBuffer.h"
#include "dsp/live/LateBlocks.h"
#include "support/Signals.h"

#include <gtest/gtest.h>

#include <cmath>
#include <utility>

namespace dsp
{
namespace
{

TEST (RecentInput, hasTheLastFramesInOnePieceAtAnyTime)
{
    constexpr std::size_t block = 32, length = 96;
    const auto in = support::toBuffer (support::noise (3, 320, 1));
    RecentInput recent { 3, length };

    for (std::size_t start = 0; start < 320; start += block)
    {
        recent.push (in.block().slice (start, block));

        for (std::size_t input = 0; input < 4; ++input)
            for (std::size_t age = 0; age < length; ++age)
            {
                const auto end = start + block;
                const auto expected = input < 3 && age < end ? in.channel (input)[end - 1 - age]
                                                             : 0.0f;
                ASSERT_EQ (recent.last (length, input)[length - 1 - age], expected);
                ASSERT_EQ (recent.last (age + 1, input)[0], expected);
            }
    }
}

TEST (RecentInput, countsSilenceAndTakesForItWhatIsNoSound)
{
    AudioBuffer in (2, 32);
    RecentInput recent { 2, 64 };
    EXPECT_EQ (recent.silentFrames(), 64u);

    in.channel (1)[3] = 0.5f;
    recent.push (std::as_const (in).block());
    EXPECT_EQ (recent.silentFrames(), 0u);

    for (const float strange : { std::nanf (""), INFINITY, -1e30f, 1e-42f })
    {
        in.channel (1)[3] = strange;
        recent.push (std::as_const (in).block());
    }

    EXPECT_EQ (recent.silentFrames(), 128u);
    recent.reset();
    EXPECT_EQ (recent.silentFrames(), 64u);
}

TEST (LateBlocks, giveBackWhatWasWrittenAroundTheEndButNotWhatIsOver)
{
    LateBlocks blocks { 2, 100 }; // a ring of 128
    std::vector<float> ramp (96);

    for (std::size_t i = 0; i < ramp.size(); ++i)
        ramp[i] = static_cast<float> (i + 1);

    blocks.write (1, ramp.data(), 1000, 96, 1000);
    blocks.write (1, ramp.data(), 1008, 32, 1024); // 1008 … 1023 are heard already

    for (std::size_t frame = 1000; frame < 1096; ++frame)
    {
        const auto isOverwritten = frame >= 1024 && frame < 1040;
        EXPECT_EQ (*blocks.read (1, frame),
                   static_cast<float> (frame - (isOverwritten ? 1008 : 1000) + 1));
        EXPECT_EQ (*blocks.read (0, frame), 0.0f);
    }

    blocks.write (1, nullptr, 1000, 96, 1000);
    EXPECT_EQ (*blocks.read (1, 1050), 0.0f);
}

} // namespace
} // namespace dsp
