// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/AlbumLoudness.h"

#include "dsp/AudioBuffer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace analysis
{

namespace
{

constexpr units::SampleRate rate { 48000 };

/** Noise whose level goes up and down, so that gates have something to do. */
hearing::LoudnessMeter metered (double amplitude, double seconds, unsigned seed)
{
    std::mt19937 random { seed };
    std::normal_distribution<double> noise;
    dsp::AudioBuffer sound { 2, rate.framesIn ({ seconds }) };

    for (std::size_t i = 0; i < sound.numFrames(); ++i)
    {
        const double swell =
            0.01 + std::pow (std::sin (0.5 * static_cast<double> (i) / rate.hertz), 4.0);

        for (const std::size_t c : { 0u, 1u })
            sound.channel (c)[i] = static_cast<float> (amplitude * swell * noise (random));
    }

    hearing::LoudnessMeter meter { 2, rate, hearing::LoudnessMeter::Extent::programmeAndCurve };
    meter.process (sound.block());
    return meter;
}

} // namespace

TEST (AlbumLoudness, isThatOfTheMastersPlayedAsOne)
{
    const auto loud = metered (0.3, 20.0, 1);
    const auto quiet = metered (0.03, 30.0, 2);
    const hearing::LoudnessMeter* meters[] { &loud, &quiet };
    const hearing::LoudnessCurve* curves[] { &loud.curve(), &quiet.curve() };

    const auto expected = hearing::albumLoudness (meters).integrated;
    const auto album = albumIntegratedLoudness (curves);
    ASSERT_TRUE (album && expected);
    EXPECT_NEAR (album->value, expected->value, 0.02);
    EXPECT_LT (album->value, loud.result().integrated->value);
    EXPECT_GT (album->value, quiet.result().integrated->value);
}

TEST (AlbumLoudness, isNoneOfSilence)
{
    const auto silence = metered (0.0, 2.0, 1);
    const hearing::LoudnessCurve* curves[] { &silence.curve() };
    EXPECT_FALSE (albumIntegratedLoudness (curves));
    EXPECT_FALSE (albumIntegratedLoudness ({}));
}

} // namespace analysis
