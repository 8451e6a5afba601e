// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/LoudnessMeter.h"

#include "dsp/AudioBuffer.h"
#include "hearing/SwellingNoise.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace hearing
{
namespace
{

dsp::AudioBuffer tone (std::size_t channels, int rate, double seconds, double amplitude)
{
    dsp::AudioBuffer buffer { channels, static_cast<std::size_t> (seconds * rate) };

    for (std::size_t c = 0; c < channels; ++c)
        for (std::size_t n = 0; n < buffer.numFrames(); ++n)
            buffer.channel (c)[n] = static_cast<float> (
                amplitude
                * std::sin (2.0 * std::numbers::pi * 997.0 * static_cast<double> (n) / rate));

    return buffer;
}

ProgrammeLoudness measured (const dsp::AudioBuffer& buffer, int rate, std::size_t blockSize = 4096)
{
    LoudnessMeter meter { buffer.numChannels(), { rate } };

    for (std::size_t start = 0; start < buffer.numFrames(); start += blockSize)
        meter.process (
            buffer.block().slice (start, std::min (blockSize, buffer.numFrames() - start)));

    return meter.result();
}

TEST (LoudnessMeter, readsTheReferenceToneAtAnyRate)
{
    // BS.1770: 997 Hz at 0 dBFS in one channel reads −3.01 LUFS; two channels add 3.01.
    for (const int rate : { 8000, 11025, 22050, 44100, 48000, 88200, 96000, 192000 })
    {
        EXPECT_NEAR (measured (tone (1, rate, 2.0, 0.1), rate).integrated->value, -23.01, 0.1)
            << rate;
        EXPECT_NEAR (measured (tone (2, rate, 2.0, 0.1), rate).integrated->value, -20.0, 0.1)
            << rate;
    }
}

TEST (LoudnessMeter, hasNoNumberForSilence)
{
    const dsp::AudioBuffer silence { 2, 96000 };
    const auto loudness = measured (silence, 48000);

    EXPECT_FALSE (loudness.integrated);
    EXPECT_FALSE (loudness.rangeLu);
    EXPECT_FALSE (loudness.truePeakDbtp);
    EXPECT_FALSE (loudness.maxMomentary);
    EXPECT_FALSE (loudness.maxShortTerm);
}

TEST (LoudnessMeter, hasNoLoudnessForLessThanOneGatingBlockButAPeak)
{
    const auto loudness = measured (tone (2, 48000, 0.2, 0.5), 48000);

    EXPECT_FALSE (loudness.integrated);
    EXPECT_NEAR (loudness.truePeakDbtp->value(), -6.02, 0.2);
}

TEST (LoudnessMeter, takesOneSample)
{
    dsp::AudioBuffer one { 1, 1 };
    one.channel (0)[0] = 0.5f;
    const auto loudness = measured (one, 192000);

    EXPECT_FALSE (loudness.integrated);
    EXPECT_NEAR (loudness.truePeakDbtp->value(), -6.02, 0.3);
}

TEST (LoudnessMeter, readsTheSameInAnyBlocks)
{
    const auto buffer = tone (2, 44100, 5.0, 0.3);
    const auto expected = measured (buffer, 44100, buffer.numFrames());

    for (const std::size_t blockSize : { 1u, 64u, 441u, 1000u, 50000u })
    {
        const auto loudness = measured (buffer, 44100, blockSize);
        EXPECT_DOUBLE_EQ (loudness.integrated->value, expected.integrated->value);
        EXPECT_DOUBLE_EQ (*loudness.rangeLu, *expected.rangeLu);
        EXPECT_DOUBLE_EQ (loudness.truePeakDbtp->value(), expected.truePeakDbtp->value());
        EXPECT_DOUBLE_EQ (loudness.maxMomentary->value, expected.maxMomentary->value);
        EXPECT_DOUBLE_EQ (loudness.maxShortTerm->value, expected.maxShortTerm->value);
    }
}

TEST (LoudnessMeter, countsNonFiniteSamplesAsSilenceAndHearsWhatFollows)
{
    auto buffer = tone (2, 48000, 4.0, 0.1);
    buffer.channel (0)[1000] = std::numeric_limits<float>::quiet_NaN();
    buffer.channel (1)[2000] = std::numeric_limits<float>::infinity();
    const auto loudness = measured (buffer, 48000);

    EXPECT_NEAR (loudness.integrated->value, -20.0, 0.1);
    EXPECT_NEAR (loudness.truePeakDbtp->value(), -20.0, 2.0) << "a gap has edges";
}

TEST (LoudnessMeter, hasNoNumberForAWindowThatWasNeverFull)
{
    const auto shorterThanMomentary = measured (tone (2, 48000, 0.39, 0.5), 48000);
    EXPECT_FALSE (shorterThanMomentary.maxMomentary);
    EXPECT_FALSE (shorterThanMomentary.peakToLoudnessDb());

    const auto shorterThanShortTerm = measured (tone (2, 48000, 2.9, 0.5), 48000);
    EXPECT_TRUE (shorterThanShortTerm.maxMomentary);
    EXPECT_FALSE (shorterThanShortTerm.maxShortTerm);
    EXPECT_FALSE (shorterThanShortTerm.rangeLu);

    const auto longEnough = measured (tone (2, 48000, 3.1, 0.5), 48000);
    EXPECT_TRUE (longEnough.maxShortTerm);
    EXPECT_TRUE (longEnough.rangeLu);
    EXPECT_NEAR (*longEnough.peakToLoudnessDb(), 0.0, 0.1);
}

ProgrammeLoudness albumOf (const std::vector<LoudnessMeter>& meters)
{
    std::vector<const LoudnessMeter*> all;

    for (const auto& meter : meters)
        all.push_back (&meter);

    return albumLoudness (all);
}

TEST (LoudnessMeter, gatesTheFilesOfAnAlbumTogether)
{
    // 20 s at −20 and 20 s at −33 LUFS: the quiet file is below the gate of both (−23 − 10).
    std::vector<LoudnessMeter> meters;

    for (const double amplitude : { 0.1, 0.1 * std::pow (10.0, -13.0 / 20.0) })
    {
        meters.emplace_back (2, units::SampleRate { 48000 });
        meters.back().process (tone (2, 48000, 20.0, amplitude).block());
    }

    const auto album = albumOf (meters);
    EXPECT_NEAR (album.integrated->value, -20.0, 0.05);
    EXPECT_NEAR (*album.rangeLu, 13.0, 0.1);
    EXPECT_EQ (album.truePeakDbtp, meters[0].result().truePeakDbtp);
    EXPECT_EQ (album.maxMomentary, meters[0].result().maxMomentary);
    EXPECT_EQ (album.maxShortTerm, meters[0].result().maxShortTerm);
}

TEST (LoudnessMeter, keepsItsResultsWhenItIsFinished)
{
    std::vector<LoudnessMeter> meters;

    for (unsigned seed = 0; seed < 3; ++seed)
    {
        meters.emplace_back (2, units::SampleRate { 48000 });
        meters.back().process (swells (10.0, seed).block());
    }

    const auto before = albumOf (meters);
    const auto first = meters[0].result();

    for (auto& meter : meters)
        meter.finish();

    EXPECT_EQ (meters[0].result().integrated, first.integrated);
    EXPECT_EQ (meters[0].result().rangeLu, first.rangeLu);
    EXPECT_EQ (meters[0].result().truePeakDbtp, first.truePeakDbtp);
    EXPECT_EQ (albumOf (meters).integrated, before.integrated);
    EXPECT_EQ (albumOf (meters).rangeLu, before.rangeLu);
}

TEST (LoudnessMeter, makesAnAlbumOfFilesWithDifferentRatesAndSilence)
{
    std::vector<LoudnessMeter> meters;
    meters.emplace_back (2, units::SampleRate { 44100 });
    meters.back().process (tone (2, 44100, 5.0, 0.1).block());
    meters.emplace_back (1, units::SampleRate { 96000 });
    meters.back().process (tone (1, 96000, 5.0, 0.1 * std::numbers::sqrt2).block());
    meters.emplace_back (2, units::SampleRate { 48000 });
    meters.back().process (dsp::AudioBuffer { 2, 48000 }.block());

    EXPECT_NEAR (albumOf (meters).integrated->value, -20.0, 0.05);

    meters.erase (meters.begin(), meters.begin() + 2);
    EXPECT_FALSE (albumOf (meters).integrated);
}

TEST (LoudnessMeter, isBlindToPolarity)
{
    auto buffer = tone (2, 48000, 3.0, 0.1);
    std::ranges::transform (buffer.channel (1), buffer.channel (1).begin(), std::negate<> {});

    EXPECT_NEAR (measured (buffer, 48000).integrated->value, -20.0, 0.1);
}

} // namespace
} // namespace hearing
