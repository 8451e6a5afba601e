// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/measures/EarLevels.h"

#include "dsp/AudioBuffer.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace analysis
{
namespace
{

constexpr double fullScale = 100.0; ///< of a channel whose RMS is 1

/** A sine of this RMS in the left ear, silence in the right. */
dsp::AudioBuffer sine (double hertz, double rms, double seconds, int rate)
{
    dsp::AudioBuffer buffer (2, static_cast<std::size_t> (seconds * rate));

    for (std::size_t i = 0; i < buffer.block().numFrames(); ++i)
        buffer.block().channel (0)[i] = static_cast<float> (
            rms * std::numbers::sqrt2
            * std::sin (2.0 * std::numbers::pi * hertz * static_cast<double> (i) / rate));

    return buffer;
}

EarLevels measured (dsp::ConstAudioBlock block, int rate, std::size_t portion)
{
    EarLevelMeter meter { units::SampleRate { rate }, fullScale, hearing::SoundField::free };

    for (std::size_t done = 0; done < block.numFrames(); done += portion)
        meter.process (block.slice (done, std::min (portion, block.numFrames() - done)));

    return meter.finish();
}

// The third octave around 1 kHz, counted from 25 Hz.
constexpr std::size_t oneKilohertz = 16;

class AtRate : public testing::TestWithParam<int>
{};

TEST_P (AtRate, aSineHasItsLevelInItsBandAtItsEar)
{
    const int rate = GetParam();
    const auto levels = measured (sine (1000.0, 0.1, 3.0, rate).block(), rate, 5000);
    ASSERT_EQ (levels.thirdOctaves.size(), 30u);
    EXPECT_NEAR (levels.thirdOctaves[15][0][oneKilohertz], 80.0, 0.05);
    EXPECT_LT (levels.thirdOctaves[15][0][oneKilohertz + 3], 20.0);
    EXPECT_EQ (levels.thirdOctaves[15][1][oneKilohertz], -std::numeric_limits<double>::infinity());
}

INSTANTIATE_TEST_SUITE_P (EarLevels, AtRate, testing::Values (44100, 48000, 96000));

TEST (EarLevels, aHopBeginsWhereItsNumberSays)
{
    auto half = sine (1000.0, 0.1, 4.0, 48000);
    std::ranges::fill (half.block().channel (0).subspan (0, 96000), 0.0f); // silent for 2 s
    const auto levels = measured (half.block(), 48000, 48000);
    EXPECT_LT (levels.thirdOctaves[15][0][oneKilohertz], -100.0); // 1.5 … 1.9 s
    EXPECT_NEAR (levels.thirdOctaves[21][0][oneKilohertz], 80.0, 0.1);

    // Centred on the step: half the window's energy.
    EXPECT_NEAR (levels.thirdOctaves[18][0][oneKilohertz], 77.0, 0.3);
}

TEST (EarLevels, blocksOfAnySizeGiveTheSame)
{
    const auto sound = sine (440.0, 0.1, 2.0, 44100);
    const auto whole = measured (sound.block(), 44100, 88200);
    const auto inParts = measured (sound.block(), 44100, 777);
    EXPECT_EQ (whole.thirdOctaves, inParts.thirdOctaves);
    EXPECT_EQ (whole.longTermDbSpl, inParts.longTermDbSpl);
}

TEST (EarLevels, whatSoundsForAWhileWeighsLessInTheMeanOfPower)
{
    auto tone = sine (1000.0, 0.1, 10.0, 48000);
    std::ranges::fill (tone.block().channel (0).subspan (48000), 0.0f);
    const auto levels = measured (tone.block(), 48000, 48000);
    const auto band = static_cast<std::size_t> (std::ranges::max_element (levels.longTermDbSpl[0])
                                                - levels.longTermDbSpl[0].begin());
    EXPECT_NEAR (levels.meanLevelDbSpl[0][band] - levels.longTermDbSpl[0][band], 10.0, 2.5);
}

TEST (EarLevels, silenceHasNoLevelAndNoLoudness)
{
    const dsp::AudioBuffer silence (2, 48000);
    const auto levels = measured (silence.block(), 48000, 48000);
    ASSERT_EQ (levels.thirdOctaves.size(), 10u);
    EXPECT_EQ (patternOf (levels, 5).sone, 0.0);
}

TEST (EarLevels, fortyDecibelsAtOneKilohertzInBothEarsAreAboutOneSone)
{
    // The filters of ISO 532-1 let some of a tone into the next bands, which these bands do not.
    auto tone = sine (1000.0, 0.001, 2.0, 48000); // 40 dB SPL
    std::ranges::copy (tone.block().channel (0), tone.block().channel (1).begin());
    EXPECT_NEAR (patternOf (measured (tone.block(), 48000, 48000), 10).sone, 1.0, 0.08);
}

} // namespace
} // namespace analysis
