// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/LoudnessMeter.h"

#include "dsp/AudioBuffer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

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

TEST (LoudnessMeter, isBlindToPolarity)
{
    auto buffer = tone (2, 48000, 3.0, 0.1);
    std::ranges::transform (buffer.channel (1), buffer.channel (1).begin(), std::negate<> {});

    EXPECT_NEAR (measured (buffer, 48000).integrated->value, -20.0, 0.1);
}

} // namespace
} // namespace hearing
