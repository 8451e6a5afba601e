// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/BassFrames.h"

#include "dsp/AudioBuffer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

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

dsp::AudioBuffer sine (int rate, double hertz, double amplitude, double offset)
{
    dsp::AudioBuffer sound (1, static_cast<std::size_t> (rate));

    for (std::size_t i = 0; i < sound.numFrames(); ++i)
        sound.block().channel (0)[i] = static_cast<float> (
            offset
            + amplitude
                  * std::sin (2.0 * std::numbers::pi * hertz * static_cast<double> (i) / rate));

    return sound;
}

class BassFramesAt : public testing::TestWithParam<int>
{};

TEST_P (BassFramesAt, aSineHasItsMeanSquareInItsBin)
{
    BassFrames frames { 1, units::SampleRate { GetParam() } };
    const auto all = framesOf (frames, sine (GetParam(), 93.75, 0.5, 0.0));
    ASSERT_EQ (all.size(), 24u);
    EXPECT_EQ (all[10].frequencyOf (16), 93.75);
    EXPECT_NEAR (10.0 * std::log10 (all[10].powers[16] / 0.125), 0.0, 0.005);
    EXPECT_LT (all[10].powers[20], 1e-9); // −81 dB
}

TEST_P (BassFramesAt, theTotalIsOfAllFrequenciesWithoutWhatStandsStill)
{
    BassFrames frames { 1, units::SampleRate { GetParam() } };
    const auto all = framesOf (frames, sine (GetParam(), 7000.0, 0.2, 0.05));
    const double besideBinZero = 0.05 * 0.05 / 3.0; // what the window spreads of it
    EXPECT_NEAR (all[10].totalMeanSquare, 0.02 + besideBinZero, 1e-4);
    EXPECT_LT (all[10].powers[300], 1e-8); // nothing of 7 kHz comes back below 2 kHz
}

INSTANTIATE_TEST_SUITE_P (Rates,
                          BassFramesAt,
                          testing::Values (22050, 44100, 48000, 96000, 192000));

} // namespace
} // namespace hearing
