// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/TruePeakLimiter.h"

#include "dsp/Fft.h"
#include "support/AllocationGuard.h"
#include "support/IsCloseTo.h"
#include "support/Signals.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace dsp
{
namespace
{

using namespace units::literals;
using support::Signal;

constexpr std::size_t numFrames = 16384;

/** The band-limited waveform's peak by its spectrum: sixteenfold, ends left out (it is cyclic). */
double truePeakDb (const std::vector<double>& signal)
{
    constexpr std::size_t factor = 16;
    auto bins = DesignFft { signal.size() }.forward (signal);
    bins.resize (signal.size() * factor / 2 + 1);
    const auto fine = DesignFft { signal.size() * factor }.inverse (bins);
    const auto margin = static_cast<std::ptrdiff_t> (fine.size() / 32);
    double highest = 0.0;

    std::for_each (fine.begin() + margin, fine.end() - margin, [&] (double sample) {
        highest = std::max (highest, std::abs (sample));
    });

    return 20.0 * std::log10 (highest * factor);
}

/** In place, in blocks of a length. */
Signal limited (TruePeakLimiter& limiter, const Signal& in, std::size_t blockSize = 256)
{
    auto buffer = support::toBuffer (in);

    for (std::size_t start = 0; start < buffer.numFrames(); start += blockSize)
        limiter.process (
            buffer.block().slice (start, std::min (blockSize, buffer.numFrames() - start)));

    return support::fromBlock (buffer.block());
}

Signal sine (double cyclesPerFrame, double amplitude, double phase)
{
    Signal signal (2, std::vector<double> (numFrames));

    for (std::size_t n = 0; n < numFrames; ++n)
        signal[0][n] = signal[1][n] =
            amplitude
            * std::sin (2.0 * std::numbers::pi * cyclesPerFrame * static_cast<double> (n) + phase);

    return signal;
}

void expectBelowCeiling (const Signal& in, const char* what)
{
    TruePeakLimiter limiter { { in.size(), { 48000 }, -1.0_dB } };
    const auto out = limited (limiter, in);

    for (const auto& channel : out)
        EXPECT_LT (truePeakDb (channel), -1.0 + 0.2) << what; // Tech 3341: +0.2 dB
}

TEST (TruePeakLimiter, keepsSinesBelowItsCeiling)
{
    // At a quarter of the rate and 45 degrees no sample sees the peak, which is 3 dB higher.
    expectBelowCeiling (sine (0.25, 1.4, std::numbers::pi / 4.0), "fs/4");

    for (const double frequency : { 0.001, 0.0207, 0.1, 0.26, 1.0 / 3.0, 0.41, 0.44 })
        expectBelowCeiling (sine (frequency, 2.0, 0.3), "sine");
}

TEST (TruePeakLimiter, keepsNoiseAndStepsAndImpulsesBelowItsCeiling)
{
    auto bursts = support::noise (2, numFrames, 1);
    Signal steps (1, std::vector<double> (numFrames)), impulses = steps;

    for (std::size_t n = 0; n < numFrames; ++n)
    {
        bursts[0][n] *= n / 1000 % 2 == 0 ? 0.01 : 1.0;
        steps[0][n] = n / 500 % 2 == 0 ? 2.0 : -2.0;
        impulses[0][n] = n % 997 == 0 ? 5.0 : 0.0;
    }

    // Band-limited, as every converter's output is: the oracle and the ear know nothing else.
    const auto smooth = [] (const Signal& rough) {
        auto smoothed = rough;

        for (auto& channel : smoothed)
        {
            const DesignFft fft { channel.size() };
            auto bins = fft.forward (channel);
            std::fill (
                bins.begin() + static_cast<std::ptrdiff_t> (bins.size() * 9 / 10), bins.end(), 0.0);
            channel = fft.inverse (bins);
        }

        return smoothed;
    };

    expectBelowCeiling (smooth (bursts), "bursts of noise");
    expectBelowCeiling (smooth (steps), "steps");
    expectBelowCeiling (smooth (impulses), "impulses");
}

TEST (TruePeakLimiter, delaysWhatIsBelowItsCeilingBitByBit)
{
    auto in = sine (0.25, 0.89, std::numbers::pi / 4.0); // −1.01 dBTP

    for (auto& channel : in)
        for (std::size_t n = 0; n < 2000; ++n)
            channel[n] *= static_cast<double> (n) / 2000.0; // a sudden start would be a peak

    const auto exact = support::fromBlock (support::toBuffer (in).block());
    TruePeakLimiter limiter { { 2, { 48000 }, -1.0_dB } };
    EXPECT_EQ (limited (limiter, in), support::delayed (exact, limiter.latencyFrames()));
}

TEST (TruePeakLimiter, comesBackToUnityAfterAPeak)
{
    TruePeakLimiter limiter { { 1, { 48000 }, -1.0_dB } };
    Signal in (1, std::vector<double> (4 * 48000, 0.25));
    in[0][1000] = 10.0;
    const auto out = limited (limiter, in);
    EXPECT_LT (out[0][1000 + limiter.latencyFrames() + 100], 0.1);
    EXPECT_EQ (out[0].back(), 0.25);
}

TEST (TruePeakLimiter, turnsAllChannelsDownTogether)
{
    auto in = sine (0.01, 4.0, 0.0);

    for (auto& sample : in[1])
        sample *= 0.1;

    TruePeakLimiter limiter { { 2, { 48000 }, -1.0_dB } };
    const auto out = limited (limiter, in);

    for (std::size_t n = 0; n < numFrames; ++n)
        ASSERT_NEAR (out[1][n], 0.1 * out[0][n], 1e-6);
}

TEST (TruePeakLimiter, givesTheSameInBlocksOfAnySize)
{
    const auto in = support::noise (2, 5000, 2);
    TruePeakLimiter whole { {} };
    const auto expected = limited (whole, in, 5000);

    for (const std::size_t blockSize : { 1u, 7u, 63u, 64u, 65u, 480u, 2048u })
    {
        TruePeakLimiter limiter { {} };
        EXPECT_EQ (limited (limiter, in, blockSize), expected) << "blocks of " << blockSize;
    }
}

TEST (TruePeakLimiter, takesNonFiniteInputForSilenceAndIsAsGoodAsNewAfterReset)
{
    auto broken = support::noise (2, 3000, 3), mended = broken;
    broken[0][700] = std::nan ("");
    broken[1][701] = std::numeric_limits<double>::infinity();
    mended[0][700] = mended[1][701] = 0.0;

    TruePeakLimiter used { {} }, fresh { {} };
    const auto expected = limited (fresh, mended);
    EXPECT_EQ (limited (used, broken), expected);
    used.reset();
    EXPECT_EQ (limited (used, mended), expected);
}

TEST (TruePeakLimiter, leavesTheHeapAlone)
{
    TruePeakLimiter limiter { {} };
    auto buffer = support::toBuffer (support::noise (2, 1000, 4));

    support::AllocationGuard heap;
    limiter.process (buffer.block());
    limiter.reset();
    EXPECT_EQ (heap.count(), 0u);
}

} // namespace
} // namespace dsp
