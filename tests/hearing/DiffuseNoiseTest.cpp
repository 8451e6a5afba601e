// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/DiffuseNoise.h"

#include "dsp/AudioBuffer.h"
#include "dsp/ThirdOctave.h"
#include "hearing/TwoEarCorrelation.h"
#include "support/StereoSpectrum.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hearing
{
namespace
{

/** Falls steeply from the bass on, as road noise does, with a step at 1 kHz. */
dsp::FrequencyResponse roadNoise()
{
    std::vector<double> centres;
    std::vector<double> levels;

    for (int band = -16; band <= 12; ++band)
    {
        centres.push_back (dsp::ThirdOctave { band }.centreHz());
        levels.push_back ((band < 0 ? -20.0 - 1.6 * (band + 16) : -52.0 - 2.0 * band));
    }

    return *dsp::FrequencyResponse::fromPoints (centres, levels);
}

dsp::AudioBuffer
noise (const dsp::FrequencyResponse& table, int rate, double seconds, std::uint64_t seed)
{
    dsp::AudioBuffer buffer { 2, static_cast<std::size_t> (seconds * rate) };
    DiffuseNoise source { table, { rate }, seed };
    source.process (buffer.block());
    return buffer;
}

support::StereoSpectrum spectrumOf (const dsp::AudioBuffer& buffer, int rate)
{
    return { buffer.block(), { rate } };
}

TEST (StereoSpectrum, readsSinesAsTheyAre)
{
    dsp::AudioBuffer buffer { 2, 960000 };

    for (std::size_t n = 0; n < buffer.numFrames(); ++n)
    {
        const double phase = 2.0 * std::numbers::pi * 100.0 * static_cast<double> (n) / 48000.0;
        buffer.channel (0)[n] = static_cast<float> (0.1 * std::sin (phase));
        buffer.channel (1)[n] = static_cast<float> (0.2
                                                    * std::sin (phase + std::numbers::pi / 3.0));
    }

    const auto spectrum = spectrumOf (buffer, 48000);
    const auto around = spectrum.between (89.1, 112.2);
    EXPECT_NEAR (around.leftDb(), -23.01, 0.01);
    EXPECT_NEAR (around.rightDb(), -16.99, 0.01);
    EXPECT_NEAR (around.correlation(), 0.5, 0.001);
    EXPECT_LT (spectrum.between (112.2, 141.3).leftDb(), -120.0);
    EXPECT_LT (spectrum.between (70.8, 89.1).leftDb(), -120.0);
}

TEST (DiffuseNoise, hasTheThirdOctaveLevelsOfItsTable)
{
    const auto table = roadNoise();

    for (const int rate : { 44100, 48000 })
    {
        const auto spectrum = spectrumOf (noise (table, rate, 60.0, 1), rate);

        for (int index = -16; index <= 12; ++index)
        {
            const dsp::ThirdOctave band { index };
            const auto power = spectrum.between (band.lowHz(), band.highHz());
            const double wanted = table.levelDbAt (band.centreHz());

            EXPECT_NEAR (power.leftDb(), wanted, 1.0) << band.centreHz();
            EXPECT_NEAR (power.rightDb(), wanted, 1.0) << band.centreHz();
        }
    }
}

// As the hum of propellers does: the bands beside it must not hear it.
TEST (DiffuseNoise, keepsAHumOutOfTheBandsBesideIt)
{
    for (const int hum : { -16, -10, 0 })
    {
        const dsp::ThirdOctave below { hum - 1 };
        const dsp::ThirdOctave at { hum };
        const dsp::ThirdOctave above { hum + 1 };
        const auto table = *dsp::FrequencyResponse::fromPoints (
            { below.centreHz(), at.centreHz(), above.centreHz() }, { -48.0, -20.0, -48.0 });
        const auto spectrum = spectrumOf (noise (table, 48000, 60.0, 4), 48000);

        for (const auto& band : { below, at, above })
            EXPECT_NEAR (spectrum.between (band.lowHz(), band.highHz()).leftDb(),
                         table.levelDbAt (band.centreHz()),
                         1.0)
                << band.centreHz();
    }
}

TEST (DiffuseNoise, isSilentOutsideItsTable)
{
    const auto table = *dsp::FrequencyResponse::fromPoints ({ 500.0, 630.0 }, { -20.0, -20.0 });
    const auto spectrum = spectrumOf (noise (table, 48000, 30.0, 1), 48000);
    const auto inside = spectrum.between (dsp::ThirdOctave { -3 }.lowHz(),
                                          dsp::ThirdOctave { -2 }.highHz());

    EXPECT_NEAR (inside.leftDb(), -16.99, 0.3);
    EXPECT_LT (spectrum.between (20.0, 430.0).leftDb(), -80.0);
    EXPECT_LT (spectrum.between (730.0, 24000.0).leftDb(), -80.0);
}

TEST (DiffuseNoise, playsWhatBandsBelowHearingItIsGiven)
{
    const auto table = *dsp::FrequencyResponse::fromPoints ({ 0.5, 2.0, 25.0 },
                                                            { -20.0, -20.0, -20.0 });
    const auto buffer = noise (table, 48000, 2.0, 1);

    for (const float sample : buffer.channel (0))
        ASSERT_TRUE (std::isfinite (sample));
}

TEST (DiffuseNoise, leavesOutWhatLiesAboveNyquist)
{
    const auto table = *dsp::FrequencyResponse::fromPoints ({ 1000.0, 16000.0 }, { -30.0, -30.0 });
    const auto buffer = noise (table, 8000, 5.0, 1);
    double power = 0.0;

    for (const float sample : buffer.channel (0))
        power += sample * sample / static_cast<double> (buffer.numFrames());

    // 1 to 3.15 kHz are six bands, and a part of that around 4 kHz.
    EXPECT_NEAR (10.0 * std::log10 (power), -30.0 + 10.0 * std::log10 (6.4), 0.4);
}

/** The mean over a band of a spectrum that is flat there. */
double modelIn (dsp::ThirdOctave band)
{
    constexpr int steps = 200;
    double sum = 0.0;

    for (int n = 0; n < steps; ++n)
        sum += twoEarCorrelation (band.lowHz()
                                  + (band.highHz() - band.lowHz()) * (n + 0.5) / steps);

    return sum / steps;
}

TEST (DiffuseNoise, isAsAlikeAtTheTwoEarsAsADiffuseFieldInEveryBand)
{
    const auto table = *dsp::FrequencyResponse::fromPoints ({ 25.0, 16000.0 }, { -30.0, -30.0 });
    const auto spectrum = spectrumOf (noise (table, 48000, 60.0, 3), 48000);

    for (int index = -16; index <= 12; ++index)
    {
        const dsp::ThirdOctave band { index };
        const auto power = spectrum.between (band.lowHz(), band.highHz());

        // Four standard deviations of a correlation from this many independent values.
        const double wanted = modelIn (band);
        const double independent = 60.0 * (band.highHz() - band.lowHz());
        const double tolerance = 4.0 * (1.0 - wanted * wanted) / std::sqrt (2.0 * independent);
        EXPECT_NEAR (power.correlation(), wanted, 0.003 + tolerance) << band.centreHz();
    }
}

TEST (DiffuseNoise, isTheSameForTheSameSeedInAnyBlocks)
{
    const auto table = roadNoise();
    const auto whole = noise (table, 44100, 4.0, 9);
    const auto other = noise (table, 44100, 4.0, 10);

    DiffuseNoise source { table, { 44100 }, 9 };
    dsp::AudioBuffer pieces { 2, whole.numFrames() };

    for (std::size_t start = 0; start < pieces.numFrames(); start += 777)
        source.process (
            pieces.block().slice (start, std::min<std::size_t> (777, pieces.numFrames() - start)));

    EXPECT_TRUE (std::ranges::equal (whole.channel (0), pieces.channel (0)));
    EXPECT_TRUE (std::ranges::equal (whole.channel (1), pieces.channel (1)));
    EXPECT_FALSE (std::ranges::equal (whole.channel (0), other.channel (0)));
}

TEST (DiffuseNoise, isAsLoudAtItsStartAsLater)
{
    const auto table = *dsp::FrequencyResponse::fromPoints ({ 1000.0, 8000.0 }, { -30.0, -30.0 });
    const auto buffer = noise (table, 48000, 10.0, 2);

    for (std::size_t start = 0; start + 4800 <= buffer.numFrames(); start += 4800)
    {
        double power = 0.0;

        for (const float sample : buffer.channel (0).subspan (start, 4800))
            power += sample * sample / 4800.0;

        EXPECT_NEAR (10.0 * std::log10 (power), -20.0, 1.0) << start;
    }
}

TEST (ThirdOctave, knowsNominalFrequencies)
{
    EXPECT_EQ (dsp::ThirdOctave::around (31.5), (dsp::ThirdOctave { -15 }));
    EXPECT_EQ (dsp::ThirdOctave::around (1000.0), (dsp::ThirdOctave { 0 }));
    EXPECT_EQ (dsp::ThirdOctave::around (12500.0), (dsp::ThirdOctave { 11 }));
    EXPECT_NEAR (dsp::ThirdOctave { 0 }.highHz(), dsp::ThirdOctave { 1 }.lowHz(), 1e-9);
    EXPECT_NEAR (dsp::ThirdOctave { 3 }.centreHz(), 1995.26, 0.01);
}

} // namespace
} // namespace hearing
