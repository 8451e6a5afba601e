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
    MasterSpectrometer spectrometer { at };
    spectrometer.process (sound.block());
    return spectrometer.finish();
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

TEST (MasterSpectra, stayTheSameInAnyBlocksAndSmallForLongMasters)
{
    const auto sound = music (2.0);
    MasterSpectrometer spectrometer { rate };

    for (std::size_t start = 0; start < sound.numFrames(); start += 777)
        spectrometer.process (
            sound.block().slice (start, std::min<std::size_t> (777, sound.numFrames() - start)));

    EXPECT_EQ (spectrometer.finish(), spectraOf (sound));
    EXPECT_TRUE (spectrometer.finish().moments.empty()) << "ready for another master";

    for (int i = 0; i < 200; ++i)
        spectrometer.process (sound.block());

    EXPECT_LE (spectrometer.finish().moments.size(), MasterSpectrometer::mostMoments);
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
