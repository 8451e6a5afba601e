// SPDX-License-Identifier: GPL-3.0-or-later
// Background noise (decision 0008), beside what comes to mind first: white noise through filters that have
// the shape of the table and mix two sources to what the ears have in common.
#include "dsp/Fft.h"
#include "dsp/RandomNumbers.h"
#include "dsp/ThirdOctave.h"
#include "hearing/DiffuseNoise.h"
#include "hearing/TwoEarCorrelation.h"
#include "monitoring/OfflineRenderer.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <complex>
#include <ctime>
#include <numbers>
#include <string>
#include <utility>

#include "InMilliseconds.h"
#include "RatioReporter.h"

namespace benchmarks
{
namespace
{

constexpr double seconds = 30.0;
constexpr std::size_t numChannels = 2;

/** In outline the noise of a car: 25 Hz to 16 kHz. */
dsp::FrequencyResponse cabinNoise()
{
    std::vector<double> centres;
    std::vector<double> levels;

    for (int band = -16; band <= 12; ++band)
    {
        centres.push_back (dsp::ThirdOctave { band }.centreHz());
        levels.push_back (-20.0 - 1.8 * (band + 16));
    }

    return *dsp::FrequencyResponse::fromPoints (centres, levels);
}

double rmsDb (const dsp::AudioBuffer& sound)
{
    double energy = 0.0;

    for (std::size_t c = 0; c < numChannels; ++c)
        for (const float sample : sound.channel (c))
            energy += static_cast<double> (sample) * static_cast<double> (sample);

    return 10.0 * std::log10 (energy / static_cast<double> (numChannels * sound.numFrames()));
}

/** Of processor time since then, for this noise in every iteration. */
void report (benchmark::State& state, std::clock_t since, const dsp::AudioBuffer& sound)
{
    const auto used = static_cast<double> (std::clock() - since) / CLOCKS_PER_SEC;
    state.counters["% of real time"] = 100.0 * used
                                       / (seconds * static_cast<double> (state.iterations()));
    state.counters["RMS dB"] = rmsDb (sound);
}

void ours (benchmark::State& state, units::SampleRate rate)
{
    hearing::DiffuseNoise noise { cabinNoise(), rate, 1 };
    dsp::AudioBuffer out { numChannels, rate.framesIn ({ seconds }) };

    const auto since = std::clock();

    for (auto _ : state)
    {
        noise.process (out.block());
        benchmark::DoNotOptimize (out.channel (0).data());
    }

    report (state, since, out);
}

/** Linear phase under a Hann window, from white noise of mean square 1. */
std::vector<double>
filter (units::SampleRate rate, std::size_t numTaps, double (*shareOf) (double correlation))
{
    const auto table = cabinNoise();
    const dsp::DesignFft fft { numTaps };
    const double binHz = static_cast<double> (rate.hertz) / static_cast<double> (numTaps);
    std::vector<std::complex<double>> bins (fft.numBins());

    for (std::size_t k = 1; k < bins.size(); ++k)
    {
        const double hz = static_cast<double> (k) * binHz;
        const auto band = dsp::ThirdOctave::around (hz);

        if (band.fromOneKilohertz < -16 || band.fromOneKilohertz > 12)
            continue;

        const double share = (band.highHz() - band.lowHz()) / (0.5 * rate.hertz);
        const double power = std::pow (10.0, table.levelDbAt (band.centreHz()) / 10.0) / share;
        const double delayed = k % 2 == 0 ? 1.0 : -1.0; // by half the taps
        bins[k] = delayed * std::sqrt (power * shareOf (hearing::twoEarCorrelation (hz)));
    }

    auto taps = fft.inverse (bins);

    for (std::size_t n = 0; n < numTaps; ++n)
        taps[n] *= 0.5
                   - 0.5
                         * std::cos (2.0 * std::numbers::pi * static_cast<double> (n)
                                     / static_cast<double> (numTaps));

    return taps;
}

dsp::TransferMatrix noiseFilters (units::SampleRate rate, std::size_t numTaps)
{
    const auto common = filter (rate, numTaps, [] (double c) { return 0.5 + 0.5 * c; });
    const auto opposed = filter (rate, numTaps, [] (double c) { return 0.5 - 0.5 * c; });
    dsp::TransferMatrix matrix { numChannels, numChannels, numTaps, rate };

    for (std::size_t n = 0; n < numTaps; ++n)
    {
        matrix.path (0, 0)[n] = matrix.path (1, 0)[n] = common[n];
        matrix.path (0, 1)[n] = opposed[n];
        matrix.path (1, 1)[n] = -opposed[n];
    }

    return matrix;
}

void filteredWhiteNoise (benchmark::State& state,
                         units::SampleRate rate,
                         std::size_t numTaps,
                         std::size_t blockFrames)
{
    const auto filters = noiseFilters (rate, numTaps);
    monitoring::OfflineRenderer renderer { numChannels, { &filters } };
    dsp::AudioBuffer white { numChannels, blockFrames };
    dsp::AudioBuffer out { numChannels, rate.framesIn ({ seconds }) / blockFrames * blockFrames };
    dsp::RandomNumbers random { 1 };
    std::size_t position = 0;
    const auto keep = [&] (std::size_t, dsp::ConstAudioBlock block) {
        for (std::size_t c = 0; c < numChannels; ++c)
            std::ranges::copy (block.channel (c),
                               out.channel (c).begin()
                                   + static_cast<std::ptrdiff_t> (position % out.numFrames()));

        position += block.numFrames();
    };

    const auto since = std::clock();

    for (auto _ : state)
        for (std::size_t start = 0; start < out.numFrames(); start += blockFrames)
        {
            for (std::size_t c = 0; c < numChannels; ++c)
                for (auto& sample : white.channel (c))
                    sample = static_cast<float> (random.gaussian());

            renderer.process (std::as_const (white).block(), keep);
        }

    report (state, since, out);
}

} // namespace
} // namespace benchmarks

int main (int argc, char** argv)
{
    using namespace benchmarks;

    for (const int hertz : { 44100, 48000, 96000 })
    {
        const units::SampleRate rate { hertz };
        const auto workload = "diffuse noise, " + std::to_string (hertz) + " Hz/";
        addInMilliseconds (workload + "elsewhere", ours, rate);

        // As long as our blocks, which are of two seconds and more, and half as long.
        const std::size_t numTaps = hertz > 65536 ? 262144 : 131072;

        for (const auto taps : { numTaps, numTaps / 2 })
            for (const std::size_t blockFrames : { 8192u, 16384u })
                addInMilliseconds (workload + "white noise through " + std::to_string (taps)
                                       + " taps in blocks of " + std::to_string (blockFrames),
                                   filteredWhiteNoise,
                                   rate,
                                   taps,
                                   blockFrames);
    }

    return runWithRatios (argc, argv);
}
