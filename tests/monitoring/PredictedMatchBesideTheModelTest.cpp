// SPDX-License-Identifier: GPL-3.0-or-later
// What is predicted, beside the full model on the rendering (decision 0054). tests/cli has real devices.
#include "dsp/BlockOperations.h"
#include "monitoring/LoudnessMatch.h"
#include "monitoring/PredictedMatch.h"
#include "monitoring/ProgrammeExcerpts.h"
#include "support/GoOn.h"
#include "support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

namespace monitoring
{
namespace
{

constexpr units::SampleRate rate { 48000 };
constexpr units::SoundPressureLevel level { 70.0 };

using support::goOn;

double seconds (std::size_t frame) { return static_cast<double> (frame) / rate.hertz; }

double sine (double hz, double time) { return std::sin (2.0 * std::numbers::pi * hz * time); }

/** Strokes of noise four times a second over a bass line; the channels differ. */
ProgrammeExcerpts drumsAndBass()
{
    ProgrammeExcerpts programme { { 2, rate.framesIn ({ 6.0 }) }, rate };
    std::mt19937 random { 1 };
    std::normal_distribution<double> normal;

    for (std::size_t n = 0; n < programme.frames.numFrames(); ++n)
    {
        const double stroke = 0.2 * std::exp (-30.0 * std::fmod (seconds (n), 0.25));
        const double bass = 0.15 * sine (seconds (n) < 3.0 ? 55.0 : 82.4, seconds (n));
        const double common = stroke * normal (random);
        programme.frames.channel (0)[n] = static_cast<float> (bass + common
                                                              + 0.5 * stroke * normal (random));
        programme.frames.channel (1)[n] = static_cast<float> (bass + common
                                                              - 0.5 * stroke * normal (random));
    }

    return programme;
}

/** Chords that die away, one a second, each brighter on one side. */
ProgrammeExcerpts chords()
{
    ProgrammeExcerpts programme { { 2, rate.framesIn ({ 6.0 }) }, rate };

    for (std::size_t n = 0; n < programme.frames.numFrames(); ++n)
    {
        const double since = std::fmod (seconds (n), 1.0);
        const double root = 220.0 * std::pow (2.0, std::floor (seconds (n)) / 6.0);
        double left = 0.0;
        double right = 0.0;

        for (const double step : { 1.0, 1.26, 1.5, 2.0, 3.0, 4.0, 6.0 })
        {
            const double partial = std::exp (-3.0 * step * since) * sine (root * step, since);
            left += 0.08 * partial;
            right += 0.12 / step * partial;
        }

        programme.frames.channel (0)[n] = static_cast<float> (left);
        programme.frames.channel (1)[n] = static_cast<float> (right);
    }

    return programme;
}

/** A loudspeaker without bass for the sum of both channels. */
dsp::TransferMatrix phone()
{
    dsp::TransferMatrix matrix { 2, 2, 512, rate };

    for (std::size_t out = 0; out < 2; ++out)
        for (std::size_t in = 0; in < 2; ++in)
        {
            // 1 − a low-pass of first order, twice: 12 dB per octave below 900 Hz.
            double once[512] = { 1.0 };
            const double pole = std::exp (-2.0 * std::numbers::pi * 900.0 / rate.hertz);

            for (std::size_t n = 0; n < 512; ++n)
                once[n] -= (1.0 - pole) * std::pow (pole, static_cast<double> (n));

            for (std::size_t n = 0; n < 512; ++n)
                for (std::size_t m = 0; m <= n; ++m)
                    matrix.path (out, in)[n] += 0.1 * once[m] * once[n - m];
        }

    return matrix;
}

/** Two loudspeakers in a room that reverberates for 0.5 s: at a meter and a half, the reverberation is
    as strong as the direct sound. */
dsp::TransferMatrix room()
{
    const auto taps = rate.framesIn ({ 0.5 });
    dsp::TransferMatrix matrix { 2, 2, taps, rate };
    std::mt19937 random { 2 };
    std::normal_distribution<double> normal;
    const double decay = 6.9 / (0.5 * rate.hertz);
    const double tailGain = std::sqrt (2.0 * decay);

    for (std::size_t out = 0; out < 2; ++out)
        for (std::size_t in = 0; in < 2; ++in)
        {
            matrix.path (out, in)[out == in ? 0 : 12] = out == in ? 1.0 : 0.6;

            for (std::size_t n = 240; n < taps; ++n)
                matrix.path (out, in)[n] += tailGain * normal (random)
                                            * std::exp (-decay * static_cast<double> (n));
        }

    return matrix;
}

/** By how much louder than the master the full model finds the device at the predicted gain. */
double phonOff (const ProgrammeExcerpts& master,
                const dsp::TransferMatrix& device,
                library::Listening listening,
                units::Decibels more = units::Decibels { 0.0 })
{
    const EarPath path { listening,
                         dsp::FrequencyResponse::flat (units::Decibels { 0.0 }),
                         { { 1.0 }, rate } };
    const Hearing how { path, rate, level };
    const support::TemporaryFolder folder;
    const auto spoolOf = [&] (const dsp::AudioBuffer& sound) {
        auto spool = files::Spool::create (folder.path, 2);
        EXPECT_TRUE (spool && spool->write (sound.block()));
        return std::move (*spool);
    };
    const auto spectra = masterSpectra (master.frames.block(), rate);
    const auto gain = PredictedMatch { spectra, path, level }.gainFor (
        BandTransfer { device, path.response, spectra });
    auto untouched = spoolOf (master.frames);
    auto heard = spoolOf (heardThrough (device, master).frames);
    const auto target = loudnessTarget (untouched, how, goOn);
    EXPECT_TRUE (gain && target && *target);
    const auto loudness = renderedLoudness (heard, *gain + more, how, goOn);
    EXPECT_TRUE (loudness);
    return (*target)->anchor.phonOf (loudness->sone) - (*target)->phon;
}

TEST (PredictedMatch, isWithinHalfAPhonOfTheFullModelOnThePhoneAndInARoom)
{
    for (const auto& master : { drumsAndBass(), chords() })
        for (const auto& device : { phone(), room() })
            for (const auto listening :
                 { library::Listening::headphones, library::Listening::loudspeakers })
                EXPECT_NEAR (phonOff (master, device, listening), 0.0, 0.5);
}

TEST (PredictedMatch, isNearlyExactWhereNothingReverberates)
{
    for (const auto& master : { drumsAndBass(), chords() })
        EXPECT_NEAR (phonOff (master, phone(), library::Listening::headphones), 0.0, 0.1);

    EXPECT_GT (
        phonOff (drumsAndBass(), phone(), library::Listening::headphones, units::Decibels { 1.0 }),
        0.5)
        << "a decibel more would be seen";
}

} // namespace
} // namespace monitoring
