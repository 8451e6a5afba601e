// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/BassHarmonics.h"

#include "dsp/Biquad.h"
#include "dsp/RandomNumbers.h"
#include "hearing/BassMixes.h"
#include "hearing/EqualLoudness.h"
#include "hearing/HarmonicCoherence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

namespace hearing
{
namespace
{

constexpr units::SoundPressureLevel fullScale { 94.0 };
constexpr double f0Hz = 41.2;

dsp::AudioBuffer sampled (double seconds, const std::function<double (double)>& at)
{
    dsp::AudioBuffer buffer { 1, mixes::mixRate.framesIn ({ seconds }) };

    for (std::size_t i = 0; i < buffer.numFrames(); ++i)
        buffer.channel (0)[i] = static_cast<float> (
            at (static_cast<double> (i) / mixes::mixRate.hertz));

    return buffer;
}

double sine (double hz, double seconds) { return std::sin (2.0 * std::numbers::pi * hz * seconds); }

/** A line of one note that sounds for some frames. */
BassLine oneNote (std::size_t first, std::size_t numFrames, std::size_t all)
{
    BassLine line { std::vector<BassFrame> (all), { { first, numFrames, f0Hz } } };

    for (std::size_t i = first; i < first + numFrames; ++i)
        line.frames[i] = { true, f0Hz, 1.0 };

    return line;
}

std::vector<FrameHarmonics> measured (const BassLine& line, const dsp::AudioBuffer& audio)
{
    BassHarmonics harmonics { line, audio.numChannels(), mixes::mixRate, fullScale };
    harmonics.process (audio.block());
    return harmonics.finish();
}

TEST (BassHarmonics, haveTheLevelOfTheirSines)
{
    const auto audio = sampled (2.0, [] (double t) {
        double sum = 0.0;
        for (int n = 1; n <= 10; ++n)
            sum += std::pow (10.0, -0.15 * n) * sine (n * f0Hz, t);
        return sum;
    });
    const auto frame = measured (oneNote (5, 30, 47), audio)[20];

    for (std::size_t i = 0; i < numBassHarmonics; ++i)
        EXPECT_NEAR (frame[i]->levelDbSpl, 94.0 - 3.0 * static_cast<double> (i + 1), 0.1) << i;
}

TEST (BassHarmonics, areHeardFromTheThresholdOfHearingOnWhereNothingElseSounds)
{
    const auto audio = sampled (2.0, [] (double t) { return 0.001 * sine (f0Hz, t); });
    const auto frame = measured (oneNote (5, 30, 47), audio)[20];

    for (std::size_t i = 1; i < numBassHarmonics; ++i)
    {
        const double hz = f0Hz * static_cast<double> (i + 1);
        EXPECT_NEAR (frame[i]->thresholdDbSpl, thresholdOfHearing ({ hz }).dbSpl, 0.01) << hz;
        EXPECT_LT (frame[i]->levelDbSpl, frame[i]->thresholdDbSpl) << hz;
    }
}

TEST (BassHarmonics, areMaskedByNoiseAboutThem)
{
    dsp::RandomNumbers random { 3 };
    constexpr double rms = 0.1;
    const double densityDb = 94.0 + 3.01 - 20.0 - 10.0 * std::log10 (mixes::mixRate.nyquistHz());
    const auto audio = sampled (10.0, [&] (double) { return rms * random.gaussian(); });
    const auto frames = measured (oneNote (5, 200, 235), audio);

    for (const std::size_t i : { 3u, 5u, 9u })
    {
        double threshold = 0.0;
        double heard = 0.0;
        double heardWell = 0.0;

        for (std::size_t k = 5; k < 205; ++k)
        {
            threshold += frames[k][i]->thresholdDbSpl / 200.0;
            const double above = frames[k][i]->levelDbSpl - frames[k][i]->thresholdDbSpl;
            heard += above > 0.0 ? 1.0 / 200.0 : 0.0;
            heardWell += above > 5.0 ? 1.0 / 200.0 : 0.0;
        }

        // Zwicker & Fastl, §4.1.1: 17 dB above the density.
        EXPECT_NEAR (threshold - densityDb, 17.0, 1.5) << i;
        EXPECT_LT (heard, 0.05) << "noise is no harmonic";
        EXPECT_LE (heardWell, 0.001);
    }
}

TEST (BassHarmonics, showWhatADeviceHasLost)
{
    const auto mix = mixes::mixed ({ mixes::Timbre::saw, mixes::Rest::noise, 6.0, 7 });
    BassPitch pitch { 1, mixes::mixRate };
    pitch.process (mix.audio.block());
    const auto line = pitch.finish();
    ASSERT_FALSE (line.isEmpty());

    // A loudspeaker that falls by 24 dB per octave below 200 Hz.
    dsp::AudioBuffer device { 1, mix.audio.numFrames() };
    std::ranges::copy (mix.audio.channel (0), device.channel (0).begin());
    for (int i = 0; i < 2; ++i)
    {
        dsp::BiquadFilter filter { dsp::Biquad::highPass (mixes::mixRate, { { 200.0 } }) };
        for (float& sample : device.channel (0))
            sample = static_cast<float> (filter.process (sample));
    }

    const auto reference = measured (line, mix.audio);
    const auto lost = measured (line, device);

    for (const auto& note : line.notes)
    {
        const std::size_t middle = note.firstFrame + note.numFrames / 2;
        const auto expectedLoss = [&] (double n) {
            return 10.0 * std::log10 (1.0 + std::pow (200.0 / (n * note.f0Hz), 8.0));
        };

        for (const std::size_t n : { 1u, 2u, 3u })
            if (reference[middle][n - 1]->levelDbSpl
                > reference[middle][n - 1]->thresholdDbSpl + 15.0)
            {
                EXPECT_NEAR (reference[middle][n - 1]->levelDbSpl - lost[middle][n - 1]->levelDbSpl,
                             expectedLoss (static_cast<double> (n)),
                             3.0);
            }
    }
}

TEST (BassHarmonics, existOnlyAroundNotesAndBelow1300Hertz)
{
    const auto audio = sampled (2.0, [] (double t) { return 0.1 * sine (f0Hz, t); });
    const auto frames = measured (oneNote (10, 20, 47), audio);

    ASSERT_EQ (frames.size(), 47u);
    EXPECT_FALSE (frames[7][0]);
    EXPECT_TRUE (frames[8][0]);
    EXPECT_TRUE (frames[31][0]);
    EXPECT_FALSE (frames[32][0]);

    BassLine high = oneNote (10, 20, 47);
    for (auto& frame : high.frames)
        if (frame.f0Hz)
            frame.f0Hz = 170.0;
    EXPECT_TRUE (measured (high, audio)[15][6]);
    EXPECT_FALSE (measured (high, audio)[15][7]);
}

TEST (BassHarmonics, ofAPluckedStringDoNotMaskEachOther)
{
    // The harmonics die away by 17 to 60 dB per second; nothing else sounds.
    const auto audio = sampled (1.5, [] (double t) {
        double sum = 0.0;
        for (int n = 1; n <= 5; ++n)
            sum += 0.3 / n * std::exp (-(1.0 + n) * t) * sine (n * f0Hz, t);
        return sum;
    });
    const auto frames = measured (oneNote (3, 28, 35), audio);

    for (std::size_t k = 4; k < 14; ++k)
        for (std::size_t i = 1; i < 5; ++i)
            EXPECT_GT (frames[k][i]->levelDbSpl, frames[k][i]->thresholdDbSpl + 20.0)
                << k << ' ' << i;
}

TEST (BassHarmonics, areFiniteOrSilentInSilence)
{
    for (const auto& frame :
         measured (oneNote (5, 30, 47), sampled (2.0, [] (double) { return 0.0; })))
        for (const auto& harmonic : frame)
            if (harmonic)
            {
                EXPECT_LT (harmonic->levelDbSpl, -100.0);
                EXPECT_TRUE (std::isfinite (harmonic->thresholdDbSpl));
            }
}

TEST (HarmonicCoherence, tellsTheBasssOwnHarmonicsFromAnotherInstruments)
{
    // The note sounds from 0.5 s to 1.1 s and dies away; the third harmonic is someone else's.
    const auto audio = sampled (2.0, [] (double t) {
        const bool on = t > 0.5 && t < 1.1;
        const double bass = on ? std::exp (-2.0 * (t - 0.5))
                                     * (sine (f0Hz, t) + 0.5 * sine (2 * f0Hz, t)
                                        + 0.2 * sine (5 * f0Hz, t))
                               : 0.0;
        const double other = (1.0 + 0.5 * sine (0.9, t)) * 0.3;
        return 0.2 * (bass + other * sine (6 * f0Hz, t));
    });
    const auto line = oneNote (12, 13, 47);
    const auto rho = harmonicCoherence (line.notes[0], line, measured (line, audio));

    for (const std::size_t n : { 1u, 2u, 5u })
        EXPECT_GT (rho[n - 1].value(), 0.9) << n;

    EXPECT_LT (rho[5].value_or (0.0), 0.5);
}

TEST (HarmonicCoherence, saysNothingOfWhatNeverMoves)
{
    const auto audio = sampled (
        2.0, [] (double t) { return 0.2 * (sine (f0Hz, t) + sine (2 * f0Hz, t)); });
    const auto line = oneNote (12, 13, 47);
    EXPECT_FALSE (harmonicCoherence (line.notes[0], line, measured (line, audio))[0]);
}

} // namespace
} // namespace hearing
