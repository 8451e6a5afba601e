// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/BandLevels.h"

#include "dsp/AudioBuffer.h"
#include "dsp/RandomNumbers.h"
#include "dsp/ThirdOctave.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hearing
{
namespace
{

constexpr int rate = 48000;

dsp::FrequencyResponse measured (const dsp::AudioBuffer& buffer, std::size_t blockSize = 4096)
{
    BandLevels bands { buffer.numChannels(), { rate } };

    for (std::size_t start = 0; start < buffer.numFrames(); start += blockSize)
        bands.process (
            buffer.block().slice (start, std::min (blockSize, buffer.numFrames() - start)));

    return bands.result().value();
}

dsp::AudioBuffer sine (double frequencyHz, std::size_t frames)
{
    dsp::AudioBuffer buffer { 1, frames };

    for (std::size_t n = 0; n < frames; ++n)
        buffer.channel (0)[n] = static_cast<float> (
            std::sin (2.0 * std::numbers::pi * frequencyHz * static_cast<double> (n) / rate));

    return buffer;
}

TEST (BandLevels, findsAToneInItsBandAndNowhereElse)
{
    for (const double frequency : { 25.0, 100.0, 1000.0, 15500.0 })
    {
        const auto levels = measured (sine (frequency, 10 * rate));
        const auto own = dsp::ThirdOctave::around (frequency);

        EXPECT_NEAR (levels.levelDbAt (own.centreHz()), -3.01, 0.1) << frequency;

        for (const double centre : levels.frequenciesHz())
            if (dsp::ThirdOctave::around (centre) != own)
            {
                EXPECT_LT (levels.levelDbAt (centre), frequency < 200.0 ? -25.0 : -40.0)
                    << frequency << " at " << centre;
            }
    }
}

TEST (BandLevels, ofWhiteNoiseRiseByOneDecibelPerBand)
{
    dsp::AudioBuffer buffer { 2, 30 * rate };
    dsp::RandomNumbers random { 11 };

    for (std::size_t c = 0; c < 2; ++c)
        for (float& sample : buffer.channel (c))
            sample = static_cast<float> (0.1 * random.gaussian());

    const auto levels = measured (buffer);

    for (const double centre : levels.frequenciesHz())
    {
        const dsp::ThirdOctave band = dsp::ThirdOctave::around (centre);
        const double share = (band.highHz() - band.lowHz()) / (rate / 2.0);
        const double tolerance = centre < 100.0 ? 1.5 : 0.5;
        EXPECT_NEAR (levels.levelDbAt (centre), -20.0 + 3.01 + 10.0 * std::log10 (share), tolerance)
            << centre;
    }
}

TEST (BandLevels, countEverySampleOnceHoweverShortTheProgramme)
{
    // An impulse has the same energy at every frequency, wherever it stands.
    for (const std::size_t frames : { 1u, 1000u, 40000u, 100000u })
        for (const std::size_t place : { std::size_t { 0 }, frames - 1 })
        {
            dsp::AudioBuffer buffer { 1, frames };
            buffer.channel (0)[place] = 1.0f;

            const dsp::ThirdOctave band { 0 };
            const double share = (band.highHz() - band.lowHz()) / (rate / 2.0);
            EXPECT_NEAR (measured (buffer).levelDbAt (1000.0),
                         10.0 * std::log10 (share / static_cast<double> (frames)),
                         0.02);
        }
}

TEST (BandLevels, areTheSameInAnyBlocks)
{
    const auto buffer = sine (440.0, 100000);
    EXPECT_EQ (measured (buffer, 100000), measured (buffer, 100));
}

TEST (BandLevels, ofSilenceAreNone)
{
    BandLevels bands { 1, { rate } };
    EXPECT_FALSE (bands.result());

    bands.process (dsp::AudioBuffer { 1, rate }.block());
    EXPECT_FALSE (bands.result());
}

TEST (BandLevels, stopAtNyquist)
{
    dsp::AudioBuffer buffer { 1, 8000 };
    buffer.channel (0)[100] = 1.0f;
    BandLevels bands { 1, { 8000 } };
    bands.process (buffer.block());

    EXPECT_NEAR (bands.result()->frequenciesHz().back(), 3162.3, 0.1);
}

} // namespace
} // namespace hearing
