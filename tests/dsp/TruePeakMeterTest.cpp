// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/TruePeakMeter.h"

#include "support/AllocationGuard.h"
#include "support/Signals.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>

namespace dsp
{
namespace
{

constexpr std::size_t reach = 16; // frames on either side of a point

double windowedSinc (double x)
{
    constexpr double beta = 6.0;
    const double place = x / reach;

    if (std::abs (place) >= 1.0)
        return 0.0;

    const double window = std::cyl_bessel_i (0.0, beta * std::sqrt (1.0 - place * place))
                          / std::cyl_bessel_i (0.0, beta);
    const double angle = std::numbers::pi * x;
    return window * (x == 0.0 ? 1.0 : std::sin (angle) / angle);
}

/** The waveform at any time, sample by sample, with silence before and after. */
double waveformAt (const std::vector<double>& samples, double frame)
{
    double sum = 0.0;

    for (std::size_t n = 0; n < samples.size(); ++n)
        sum += samples[n] * windowedSinc (frame - static_cast<double> (n));

    return sum;
}

/** Looks at eight points a frame, everywhere. */
double slowTruePeakDb (const support::Signal& signal)
{
    double highest = 0.0;

    for (const auto& channel : signal)
        for (int eighth = -8 * static_cast<int> (reach);
             eighth < 8 * static_cast<int> (channel.size() + reach);
             ++eighth)
            highest = std::max (highest, std::abs (waveformAt (channel, eighth / 8.0)));

    return 20.0 * std::log10 (highest);
}

double truePeakDb (const support::Signal& signal, std::size_t blockSize = 1000)
{
    const auto buffer = support::toBuffer (signal);
    TruePeakMeter meter { signal.size() };

    for (std::size_t n = 0; n < buffer.numFrames(); n += blockSize)
        meter.process (buffer.block().slice (n, std::min (blockSize, buffer.numFrames() - n)));

    return meter.truePeak()->value();
}

/** Noise whose level swells and falls, so that there is something to be passed over. */
support::Signal swells (std::size_t numFrames, unsigned seed)
{
    auto signal = support::noise (2, numFrames, seed);

    for (auto& channel : signal)
        for (std::size_t n = 0; n < numFrames; ++n)
            channel[n] *= std::pow (10.0, 2.0 * std::sin (0.01 * static_cast<double> (n)) - 3.0);

    return signal;
}

/** As if every block could hold the highest peak. */
float highestWithoutPassingOver (const support::Signal& signal, TruePeakLoops loops)
{
    constexpr auto step = TruePeakDetector::longestBlock;
    auto longer = signal;
    float highest = 0.0f;

    for (auto& channel : longer)
    {
        channel.resize ((channel.size() / step + 2) * step); // silence behind
        TruePeakDetector detector { loops };

        for (std::size_t n = 0; n < channel.size(); n += step)
        {
            std::array<float, step> samples {};
            std::array<float, step> peaks {};
            std::copy_n (channel.begin() + static_cast<std::ptrdiff_t> (n), step, samples.begin());
            detector.raise (peaks, samples, 0.0f);
            highest = std::max (highest, *std::ranges::max_element (peaks));
        }
    }

    return highest;
}

TEST (TruePeakMeter, readsWhatTheWaveformDoes)
{
    for (unsigned seed = 0; seed < 5; ++seed)
    {
        const auto signal = swells (700, seed);
        EXPECT_NEAR (truePeakDb (signal), slowTruePeakDb (signal), 1e-4) << seed;
    }
}

TEST (TruePeakMeter, readsTheSameBitsAsWithoutPassingAnythingOver)
{
    for (unsigned seed = 0; seed < 20; ++seed)
    {
        const auto signal = swells (20000, seed);
        const auto expected = units::Decibels::fromGain (
            highestWithoutPassingOver (signal, truePeakLoops()));
        EXPECT_EQ (truePeakDb (signal), expected.value()) << seed;
    }
}

/** What bounds a block of these samples, and what really is the highest. */
struct BoundAndPeak
{
    float bound;
    float peak;
};

BoundAndPeak boundAndPeak (TruePeakLoops loops, const std::vector<float>& samples)
{
    constexpr std::size_t before = TruePeakTaps::perPhase - 1;
    const TruePeakTaps taps;
    const auto count = samples.size() - before;
    std::vector<float> peaks (count + 8), padded = samples;
    padded.resize (samples.size() + 8);
    loops.highestBetween (taps, padded.data() + before, count, peaks.data());
    return { loops.highestPossible (taps, samples.data(), samples.size(), 0.0f),
             *std::max_element (peaks.begin(),
                                peaks.begin() + static_cast<std::ptrdiff_t> (count)) };
}

/** Noise of which each pass takes more of the high frequencies away. */
std::vector<float> smoothedNoise (std::size_t numSamples, int passes, std::mt19937& random)
{
    std::normal_distribution<float> normal;
    std::vector<float> samples (numSamples);
    std::generate (samples.begin(), samples.end(), [&] { return normal (random); });

    for (int pass = 0; pass < passes; ++pass)
        for (std::size_t n = 1; n < samples.size(); ++n)
            samples[n] = 0.5f * (samples[n] + samples[n - 1]);

    return samples;
}

TEST (TruePeakMeter, neverExpectsLessThanTheWaveformDoes)
{
    std::mt19937 random { 3 };

    for (std::size_t count = 1; count <= TruePeakDetector::longestBlock; ++count)
        for (int passes = 0; passes < 4; ++passes)
        {
            const auto samples = smoothedNoise (TruePeakTaps::perPhase - 1 + count, passes, random);

            for (const auto set : instructionSets())
            {
                const auto [bound, peak] = boundAndPeak (truePeakLoops (set), samples);
                EXPECT_GE (bound, peak) << count << ' ' << passes;
            }
        }
}

TEST (TruePeakMeter, findsWhatRisesAboveAThresholdAndNothingElse)
{
    std::mt19937 random { 4 };
    const TruePeakTaps taps;

    for (const auto set : instructionSets())
        for (std::size_t count = 1; count <= TruePeakDetector::longestBlock; ++count)
            for (int passes = 0; passes < 4; ++passes)
            {
                auto samples = smoothedNoise (TruePeakTaps::perPhase - 1 + count, passes, random);
                const auto loops = truePeakLoops (set);
                const auto peak = boundAndPeak (loops, samples).peak;
                samples.resize (samples.size() + 8, 100.0f); // readable, and not to be counted

                for (const float part : { 0.0f, 0.5f, 0.9f, 0.999999f, 1.0f, 1.1f })
                {
                    const auto found = loops.highestAbove (
                        taps, samples.data(), TruePeakTaps::perPhase - 1 + count, part * peak);

                    if (part < 1.0f)
                        EXPECT_EQ (found, peak) << count << ' ' << passes << ' ' << part;
                    else
                        EXPECT_LE (found, part * peak) << count << ' ' << passes << ' ' << part;
                }
            }
}

TEST (TruePeakMeter, expectsWhatTheWorstWaveformDoes)
{
    // Samples whose signs are those of the taps half way between two of them.
    std::vector<float> worst (TruePeakTaps::perPhase);

    for (std::size_t n = 0; n < worst.size(); ++n)
        worst[n] = windowedSinc (15.5 - static_cast<double> (n)) < 0.0 ? -1.0f : 1.0f;

    for (const auto set : instructionSets())
    {
        const auto [bound, peak] = boundAndPeak (truePeakLoops (set), worst);
        EXPECT_NEAR (bound / peak, 1.0f, 1e-4f);
    }
}

TEST (TruePeakMeter, expectsHardlyMoreThanASlowWaveformDoes)
{
    std::vector<float> slow (95);

    for (std::size_t n = 0; n < slow.size(); ++n)
        slow[n] = static_cast<float> (std::sin (0.07 * static_cast<double> (n)));

    for (const auto set : instructionSets())
    {
        const auto [bound, peak] = boundAndPeak (truePeakLoops (set), slow);
        EXPECT_NEAR (bound, peak, 0.004f);
    }
}

TEST (TruePeakMeter, readsTheSameOnAnyMachine)
{
    const auto signal = swells (20000, 7);
    EXPECT_NEAR (highestWithoutPassingOver (signal, truePeakLoops()),
                 highestWithoutPassingOver (signal, truePeakLoops (InstructionSet::portable)),
                 1e-5);
}

TEST (TruePeakMeter, readsTheSameInAnyBlocks)
{
    const auto signal = swells (5000, 3);

    for (const std::size_t blockSize : { 1u, 7u, 63u, 64u, 65u, 5000u })
        EXPECT_EQ (truePeakDb (signal, blockSize), truePeakDb (signal)) << blockSize;
}

TEST (TruePeakMeter, findsThePeakBetweenTwoSamplesOfASine)
{
    // At a quarter of the rate, 45° from the samples: 3 dB above the highest sample.
    support::Signal sine (1, std::vector<double> (1000));

    for (std::size_t n = 0; n < sine[0].size(); ++n)
        sine[0][n] = 0.5 * std::sin (std::numbers::pi * (static_cast<double> (n) / 2.0 + 0.25));

    // The sine begins at once, which rings a little.
    EXPECT_NEAR (truePeakDb (sine), -6.02, 0.2);
}

TEST (TruePeakMeter, hasNoNumberForSilence)
{
    const AudioBuffer silence { 2, 1000 };
    TruePeakMeter meter { 2 };
    EXPECT_FALSE (meter.truePeak());

    meter.process (silence.block());
    EXPECT_FALSE (meter.truePeak());
}

TEST (TruePeakMeter, hearsASingleSampleAndTheLastOne)
{
    support::Signal one (1, { 0.5 });
    EXPECT_NEAR (truePeakDb (one), -6.02, 0.01);

    support::Signal last (2, std::vector<double> (333));
    last[1].back() = -0.25;
    EXPECT_NEAR (truePeakDb (last), -12.04, 0.01);
}

TEST (TruePeakMeter, readsDirectCurrentAsItsLevel)
{
    support::Signal constant (1, std::vector<double> (2000, 0.5));

    // Faded, for a step rings.
    for (std::size_t n = 0; n < 200; ++n)
    {
        const double fade = static_cast<double> (n) / 200.0;
        constant[0][n] *= fade;
        constant[0][constant[0].size() - 1 - n] *= fade;
    }

    EXPECT_NEAR (truePeakDb (constant), -6.02, 0.02);
}

TEST (TruePeakMeter, leavesTheHeapAlone)
{
    const auto buffer = support::toBuffer (swells (1000, 1));
    TruePeakMeter meter { 2 };

    support::AllocationGuard heap;
    meter.process (buffer.block());
    EXPECT_EQ (heap.count(), 0u);
}

} // namespace
} // namespace dsp
