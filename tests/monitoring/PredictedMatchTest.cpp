// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/PredictedMatch.h"

#include "dsp/AudioBuffer.h"
#include "support/Signals.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace monitoring
{
namespace
{

using units::Decibels;

constexpr units::SampleRate rate { 48000 };
constexpr units::SoundPressureLevel level { 70.0 };

EarPath pathOf (library::Listening listening, units::SampleRate at = rate)
{
    return { listening, dsp::FrequencyResponse::flat (Decibels { 0.0 }), { { 1.0 }, at } };
}

/** Noise whose loudness comes and goes; the channels share half of it. */
dsp::AudioBuffer music (double seconds, units::SampleRate at = rate)
{
    std::mt19937 generator { 5 };
    std::normal_distribution<float> normal;
    dsp::AudioBuffer sound (2, at.framesIn ({ seconds }));

    for (std::size_t n = 0; n < sound.numFrames(); ++n)
    {
        const auto time = static_cast<float> (n) / static_cast<float> (at.hertz);
        const float common = normal (generator);

        for (std::size_t c = 0; c < 2; ++c)
            sound.channel (c)[n] = 0.03f * (1.0f + std::sin (3.0f * time))
                                   * (common + normal (generator));
    }

    return sound;
}

MasterSpectra spectraOf (const dsp::AudioBuffer& sound, units::SampleRate at = rate)
{
    return masterSpectra (sound.block(), at);
}

dsp::TransferMatrix gains (double leftToLeft, double rightToLeft, units::SampleRate at = rate)
{
    dsp::TransferMatrix matrix { 2, 2, 1, at };
    matrix.path (0, 0)[0] = matrix.path (1, 1)[0] = leftToLeft;
    matrix.path (0, 1)[0] = matrix.path (1, 0)[0] = rightToLeft;
    return matrix;
}

std::optional<Decibels>
gainOf (const MasterSpectra& spectra, const dsp::TransferMatrix& matrix, const EarPath& path)
{
    return PredictedMatch { spectra, path, level }.gainFor (
        BandTransfer { matrix, path.response, spectra });
}

TEST (MasterSpectra, haveTheMeanSquareOfTheMaster)
{
    const auto sound = music (3.0);
    const auto spectra = spectraOf (sound);
    double expected = 0.0;
    double found = 0.0;

    for (const float sample : sound.channel (0))
        expected += static_cast<double> (sample) * sample / static_cast<double> (sound.numFrames());

    for (const auto& moment : spectra.moments)
        for (const auto& band : moment)
            found += static_cast<double> (band.left) / static_cast<double> (spectra.moments.size());

    // White noise: the bands reach from 22 Hz to 14.1 kHz, of 24 kHz.
    EXPECT_NEAR (10.0 * std::log10 (found / expected), 10.0 * std::log10 (14100.0 / 24000.0), 0.3);
}

TEST (MasterSpectra, knowHowTheMasterGoesUpAndDown)
{
    dsp::AudioBuffer burst (2, rate.framesIn ({ 1.0 }));
    std::mt19937 generator { 3 };
    std::normal_distribution<float> normal { 0.0f, 0.1f };

    // Noise in the left channel, half of it turned over in the right one, from 0.4 s to 0.6 s.
    for (std::size_t n = rate.framesIn ({ 0.4 }); n < rate.framesIn ({ 0.6 }); ++n)
    {
        burst.channel (0)[n] = normal (generator);
        burst.channel (1)[n] = -0.5f * burst.channel (0)[n];
    }

    const auto powers = spectraOf (burst).powers;
    ASSERT_EQ (powers.left.size(), 500u);
    ASSERT_EQ (powers.cross.size(), 500u);
    constexpr std::size_t around4kHz = 22;
    const float loud = powers.left[275][around4kHz];
    EXPECT_GT (loud, 1e-4f);
    EXPECT_LT (powers.left[195][around4kHz], 1e-6f * loud);
    EXPECT_LT (powers.left[325][around4kHz], 1e-3f * loud);
    EXPECT_NEAR (powers.right[275][around4kHz], 0.25f * loud, 1e-4f * loud);
    EXPECT_NEAR (powers.cross[275][around4kHz], -0.5f * loud, 1e-3f * loud);
}

TEST (PredictedMatch, takesBackAPlainGain)
{
    const auto spectra = spectraOf (music (3.0));

    for (const auto listening :
         { library::Listening::headphones, library::Listening::loudspeakers })
        for (const double gain : { 0.01, 0.5, 1.0, 8.0 })
        {
            const auto found = gainOf (spectra, gains (gain, 0.0), pathOf (listening));
            ASSERT_TRUE (found);
            EXPECT_NEAR (found->value(), -20.0 * std::log10 (gain), 0.05) << gain;
        }
}

TEST (PredictedMatch, knowsWhatAMonoSumDoesToWhatTheChannelsShare)
{
    auto same = music (3.0);
    auto opposed = music (3.0);
    std::ranges::copy (same.channel (0), same.channel (1).begin());
    std::ranges::transform (
        opposed.channel (0), opposed.channel (1).begin(), [] (float sample) { return -sample; });

    const auto mono = gains (0.5, 0.5);
    const auto path = pathOf (library::Listening::headphones);
    const auto unchanged = gainOf (spectraOf (same), mono, path);
    ASSERT_TRUE (unchanged);
    EXPECT_NEAR (unchanged->value(), 0.0, 0.05);
    EXPECT_FALSE (gainOf (spectraOf (opposed), mono, path)) << "L = -R: nothing is left";
}

TEST (PredictedMatch, givesNothingForSilenceAndNeverNonsense)
{
    const auto path = pathOf (library::Listening::headphones);
    EXPECT_FALSE (gainOf (spectraOf (dsp::AudioBuffer (2, 48000)), gains (1.0, 0.0), path));
    EXPECT_FALSE (gainOf (spectraOf (dsp::AudioBuffer (2, 0)), gains (1.0, 0.0), path));
    EXPECT_FALSE (gainOf (spectraOf (music (1.0)), gains (0.0, 0.0), path));

    auto broken = music (1.0);
    broken.channel (0)[100] = std::numeric_limits<float>::quiet_NaN();
    broken.channel (1)[200] = std::numeric_limits<float>::infinity();
    const auto found = gainOf (spectraOf (broken), gains (0.5, 0.0), path);
    ASSERT_TRUE (found);
    EXPECT_NEAR (found->value(), 6.02, 0.05);
}

TEST (PredictedMatch, worksAtAnyRateAndForTheShortestSound)
{
    for (const int hertz : { 8000, 44100, 192000 })
    {
        const units::SampleRate at { hertz };
        const auto found = gainOf (spectraOf (music (0.5, at), at),
                                   gains (0.5, 0.0, at),
                                   pathOf (library::Listening::headphones, at));
        ASSERT_TRUE (found) << hertz;
        EXPECT_NEAR (found->value(), 6.02, 0.05) << hertz;
    }

    dsp::AudioBuffer click (2, 1);
    click.channel (0)[0] = click.channel (1)[0] = 1.0f;
    const auto found = gainOf (
        spectraOf (click), gains (0.5, 0.0), pathOf (library::Listening::headphones));
    EXPECT_TRUE (! found || std::isfinite (found->value()));
}

} // namespace
} // namespace monitoring
