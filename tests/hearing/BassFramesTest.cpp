// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/BassFrames.h"

#include "dsp/AudioBuffer.h"

#include <gtest/gtest.h>

namespace hearing
{
namespace
{

std::vector<BassSpectrum> framesOf (BassFrames& frames, const dsp::AudioBuffer& sound)
{
    std::vector<BassSpectrum> all;
    const auto keep = [&all] (const BassSpectrum& spectrum) { all.push_back (spectrum); };
    frames.process (sound.block(), keep);
    frames.finish (keep);
    return all;
}

TEST (BassFrames, framesThatAreLeftOutComeEmptyAndTheOthersAsTheyWere)
{
    dsp::AudioBuffer sound (1, 48000);

    for (std::size_t i = 0; i < sound.numFrames(); ++i)
        sound.block().channel (0)[i] = i % 100 < 50 ? 0.1f : -0.1f;

    BassFrames every { 1, units::SampleRate { 48000 } };
    BassFrames some { 1, units::SampleRate { 48000 } };
    some.leaveOut ({ false, true, true }); // and all later ones are wanted

    const auto whole = framesOf (every, sound);
    const auto part = framesOf (some, sound);
    ASSERT_EQ (part.size(), whole.size());
    EXPECT_TRUE (part[1].powers.empty());
    EXPECT_TRUE (part[2].powers.empty());

    for (const std::size_t i : { std::size_t { 0 }, std::size_t { 3 }, whole.size() - 1 })
        EXPECT_EQ (part[i].powers, whole[i].powers);
}

} // namespace
} // namespace hearing
