// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/measures/ChannelDelay.h"

#include "analysis/TestMaster.h"

#include <gtest/gtest.h>

namespace analysis
{
namespace
{

using namespace test_master;

/** Pink noise whose right channel is the left one, later by so many samples. */
dsp::AudioBuffer late (std::size_t frames, double width = 0.0)
{
    const auto sound = pink (4.0, width);
    dsp::AudioBuffer delayed (2, sound.numFrames());

    for (std::size_t i = frames; i < sound.numFrames(); ++i)
    {
        delayed.channel (0)[i] = sound.channel (0)[i];
        delayed.channel (1)[i] = sound.channel (1)[i - frames];
    }

    return delayed;
}

std::optional<ChannelDelay> delayOf (const dsp::AudioBuffer& master)
{
    return measured (master.block()).stereo.delays.at (0);
}

TEST (ChannelDelay, isFoundToTheSample)
{
    for (const std::size_t frames : { 5u, 24u, 337u, 960u })
    {
        const auto delay = delayOf (late (frames));
        ASSERT_TRUE (delay) << frames;
        EXPECT_NEAR (delay->seconds * 48000.0, static_cast<double> (frames), 0.01);
        EXPECT_GT (delay->share, 0.5) << frames;
    }
}

TEST (ChannelDelay, isFoundInWhatIsNotQuiteTheSame)
{
    const auto delay = delayOf (late (337, 0.3));
    ASSERT_TRUE (delay);
    EXPECT_NEAR (delay->seconds * 48000.0, 337.0, 0.01);
}

TEST (ChannelDelay, isNoneWhereTheChannelsComeTogetherOrHaveNothingInCommon)
{
    EXPECT_FALSE (delayOf (pink (4.0)));
    EXPECT_FALSE (delayOf (pink (4.0, 0.5)));
    EXPECT_FALSE (delayOf (dsp::AudioBuffer (2, frameAt (4.0))));

    const auto unrelated = delayOf (pink (4.0, 1.0));
    EXPECT_LT (unrelated ? unrelated->share : 0.0, 0.1);
}

} // namespace
} // namespace analysis
