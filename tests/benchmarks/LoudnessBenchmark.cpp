// SPDX-License-Identifier: GPL-3.0-or-later
// Loudness of a stereo programme by ISO 532-1, on one core. The peers: the standard step by step as the
// tests have it, and as a scale libebur128, which measures BS.1770 loudness (no model of the ear).
#include "dsp/AudioBuffer.h"
#include "hearing/BassHarmonics.h"
#include "hearing/LoudnessWithLoops.h"
#include "hearing/PartialLoudness.h"
#include "hearing/SlowZwickerLoudness.h"
#include "hearing/ZwickerLoudness.h"

#include <benchmark/benchmark.h>
#include <ebur128.h>

#include <cmath>
#include <numbers>
#include <random>
#include <string>

#include "InMilliseconds.h"
#include "RatioReporter.h"

namespace benchmarks
{
namespace
{

constexpr std::size_t numChannels = 2;
constexpr double seconds = 10.0;
constexpr hearing::Calibration calibration { { 100.0 }, hearing::SoundField::free };

/** Music in outline: pink-like noise, a bass line, a beat and pauses; the channels differ. */
dsp::AudioBuffer programme (units::SampleRate rate)
{
    dsp::AudioBuffer sound { numChannels, rate.framesIn ({ seconds }) };
    std::mt19937 random { 1 };
    std::normal_distribution<double> normal;

    for (std::size_t c = 0; c < numChannels; ++c)
    {
        double slow = 0.0, slower = 0.0;

        for (std::size_t n = 0; n < sound.numFrames(); ++n)
        {
            const double t = static_cast<double> (n) / rate.hertz;
            const double white = normal (random);
            slow += 0.1 * (white - slow);
            slower += 0.01 * (white - slower);
            const double beat = std::exp (-8.0 * std::fmod (t, 0.5));
            const double bass = std::sin (2.0 * std::numbers::pi * 55.0 * t);
            sound.channel (c)[n] = static_cast<float> (
                0.1 * beat * (0.1 * white + slow + 3.0 * slower) + 0.1 * bass + 0.01 * slow);
        }
    }

    return sound;
}

void report (benchmark::State& state)
{
    state.counters["x real time"] = benchmark::Counter (
        seconds, benchmark::Counter::kIsIterationInvariantRate);
}

void zwicker (benchmark::State& state, units::SampleRate rate)
{
    const auto sound = programme (rate);
    double sum = 0.0;

    for (auto _ : state)
        for (const auto& curve : hearing::zwickerLoudness (sound.block(), rate, calibration))
            sum += curve.exceeded (5.0);

    benchmark::DoNotOptimize (sum);
    report (state);
}

void compiled (benchmark::State& state,
               units::SampleRate rate,
               const hearing::LoudnessArithmetic& loops)
{
    const auto sound = programme (rate);
    double sum = 0.0;

    for (auto _ : state)
        for (std::size_t c = 0; c < numChannels; ++c)
            sum += hearing::loudnessWithLoops (loops, sound.channel (c), rate, calibration)
                       .exceeded (5.0);

    benchmark::DoNotOptimize (sum);
    report (state);
}

void zwickerWithPatterns (benchmark::State& state, units::SampleRate rate)
{
    const auto sound = programme (rate);
    double sum = 0.0;

    for (auto _ : state)
    {
        hearing::ZwickerLoudness loudness { numChannels,
                                            rate,
                                            calibration,
                                            [&] (const hearing::SpecificLoudnessMoment& moment) {
                                                sum += moment.pattern.specific[100];
                                            } };
        loudness.process (sound.block());
        sum += loudness.finish().front().maximum();
    }

    benchmark::DoNotOptimize (sum);
    report (state);
}

void inNoise (benchmark::State& state, units::SampleRate rate)
{
    const auto sound = programme (rate);
    hearing::ThirdOctaveLevels noise;
    noise.fill (45.0);
    const auto threshold =
        hearing::MaskedThreshold::beside (noise, hearing::SoundField::diffuse).value();
    double sum = 0.0;

    for (auto _ : state)
        for (const auto& curves :
             hearing::loudnessInNoise (sound.block(), rate, calibration, threshold))
            sum += curves.partialSone[1000];

    benchmark::DoNotOptimize (sum);
    report (state);
}

hearing::BassLine bassLineOf (const dsp::AudioBuffer& sound, units::SampleRate rate)
{
    hearing::BassPitch pitch { numChannels, rate };
    pitch.process (sound.block());
    return pitch.finish();
}

void bassPitch (benchmark::State& state, units::SampleRate rate)
{
    const auto sound = programme (rate);
    std::size_t notes = 0;

    for (auto _ : state)
        notes += bassLineOf (sound, rate).notes.size();

    benchmark::DoNotOptimize (notes);
    report (state);
}

/** Of a bass that never pauses, which takes longest. */
void bassHarmonics (benchmark::State& state, units::SampleRate rate)
{
    const auto sound = programme (rate);
    const auto line = bassLineOf (sound, rate);
    std::size_t frames = 0;

    for (auto _ : state)
    {
        hearing::BassHarmonics harmonics { line, numChannels, rate, calibration.fullScale };
        harmonics.process (sound.block());
        frames += harmonics.finish().size();
    }

    benchmark::DoNotOptimize (frames);
    report (state);
    state.counters["measured"] = static_cast<double> (line.isEmpty() ? 0 : line.notes[0].numFrames);
}

void slowReference (benchmark::State& state, units::SampleRate rate)
{
    const auto sound = programme (rate);
    double sum = 0.0;

    for (auto _ : state)
        for (std::size_t c = 0; c < numChannels; ++c)
            sum +=
                hearing::slowZwickerLoudness (sound.channel (c), rate, calibration).exceeded (5.0);

    benchmark::DoNotOptimize (sum);
    report (state);
}

void ebur128 (benchmark::State& state, units::SampleRate rate)
{
    const auto sound = programme (rate);
    std::vector<float> interleaved;

    for (std::size_t n = 0; n < sound.numFrames(); ++n)
        for (std::size_t c = 0; c < numChannels; ++c)
            interleaved.push_back (sound.channel (c)[n]);

    double loudness = 0.0;

    for (auto _ : state)
    {
        auto* meter = ebur128_init (numChannels,
                                    static_cast<unsigned long> (rate.hertz),
                                    EBUR128_MODE_I | EBUR128_MODE_LRA);
        ebur128_add_frames_float (meter, interleaved.data(), sound.numFrames());
        ebur128_loudness_global (meter, &loudness);
        ebur128_destroy (&meter);
    }

    benchmark::DoNotOptimize (loudness);
    report (state);
}

} // namespace
} // namespace benchmarks

int main (int argc, char** argv)
{
    using namespace benchmarks;

    for (const int hertz : { 44100, 48000, 96000 })
    {
        const units::SampleRate rate { hertz };
        const auto workload = "ISO 532-1, stereo " + std::to_string (hertz) + " Hz/";
        addInMilliseconds (workload + "elsewhere", zwicker, rate);

        for (const auto& loops : hearing::loudnessArithmetics())
            addInMilliseconds (
                workload + "elsewhere, " + loops.instructionSet, compiled, rate, loops.arithmetic);

        addInMilliseconds (workload + "elsewhere, with patterns", zwickerWithPatterns, rate);
        addInMilliseconds (workload + "elsewhere, in noise", inNoise, rate);
        addInMilliseconds (workload + "slow reference", slowReference, rate);
        addInMilliseconds (workload + "libebur128 I+LRA", ebur128, rate);

        const auto bass = "bass line, stereo " + std::to_string (hertz) + " Hz/";
        addInMilliseconds (bass + "elsewhere, pitch", bassPitch, rate);
        addInMilliseconds (bass + "elsewhere, harmonics", bassHarmonics, rate);
    }

    return runWithRatios (argc, argv);
}
