// SPDX-License-Identifier: GPL-3.0-or-later
// Integrated loudness beside libebur128, which others compare with.
#include "hearing/GatedLoudness.h"

#include "hearing/LibEbur128.h"
#include "hearing/LoudnessMeter.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace hearing
{
namespace
{

double meanSquareOf (double lufs) { return std::pow (10.0, (lufs + 0.691) / 10.0); }

GatedLoudness gated (std::initializer_list<double> blocksLufs)
{
    GatedLoudness loudness;

    for (const double lufs : blocksLufs)
        loudness.add (meanSquareOf (lufs));

    return loudness;
}

/** Noise whose level jumps every half second between −90 and 0 dB, so that every gate has work. */
dsp::AudioBuffer jumpingNoise (std::size_t numChannels, units::SampleRate rate, unsigned seed)
{
    std::mt19937 random { seed };
    std::normal_distribution<double> normal { 0.0, 0.25 };
    std::uniform_real_distribution<double> levelsDb { -90.0, 0.0 };
    dsp::AudioBuffer noise { numChannels, rate.framesIn ({ 12.0 }) };
    const auto stretch = rate.framesIn ({ 0.5 });
    double gain = 1.0;
    double low = 0.0;

    for (std::size_t n = 0; n < noise.numFrames(); ++n)
    {
        if (n % stretch == 0)
            gain = std::pow (10.0, levelsDb (random) / 20.0);

        for (std::size_t c = 0; c < numChannels; ++c)
        {
            low = 0.9 * low + normal (random);
            noise.channel (c)[n] = static_cast<float> (gain * low);
        }
    }

    return noise;
}

TEST (GatedLoudness, isTheMeanOfWhatComesThroughBothGates)
{
    EXPECT_NEAR (gated ({ -23.0 }).integrated().value, -23.0, 1e-9);
    EXPECT_NEAR (gated ({ -23.0, -71.0 }).integrated().value, -23.0, 1e-9) << "absolute gate";
    EXPECT_NEAR (gated ({ -23.0, -23.0, -40.0 }).integrated().value, -23.0, 1e-9)
        << "relative gate: the mean is −24.7 LUFS";
    EXPECT_NEAR (gated ({ -20.0, -26.0 }).integrated().value, -22.037, 1e-3);
}

TEST (GatedLoudness, hasNoNumberForSilence)
{
    EXPECT_EQ (gated ({}).integrated().value, -HUGE_VAL);
    EXPECT_EQ (gated ({ -70.1, -100.0 }).integrated().value, -HUGE_VAL);
}

TEST (GatedLoudness, gatesProgrammesAsIfTheyWereOne)
{
    const auto loud = gated ({ -20.0, -20.0 }), quiet = gated ({ -40.0 });
    const GatedLoudness* const both[] { &loud, &quiet };
    EXPECT_NEAR (GatedLoudness::integratedOf (both).value, -20.0, 1e-9);
}

TEST (GatedLoudness, readsWhatLibebur128Reads)
{
    for (const int rate : { 44100, 48000, 88200, 96000, 192000 })
        for (const std::size_t channels : { 1u, 2u, 5u })
        {
            const auto noise = jumpingNoise (channels, { rate }, static_cast<unsigned> (rate));
            LoudnessMeter meter { channels, { rate }, LoudnessMeter::Extent::integratedAndPeak };
            meter.process (noise.block());
            EXPECT_NEAR (meter.result().integrated->value, ebur128Loudness (noise, { rate }), 0.001)
                << rate << " Hz, " << channels << " channels";
        }
}

} // namespace
} // namespace hearing
