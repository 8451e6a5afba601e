// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/Biquad.h"

#include "support/AllocationGuard.h"

#include <gtest/gtest.h>

#include <cmath>
#include <complex>
#include <numbers>

namespace dsp
{
namespace
{

using namespace units::literals;

constexpr units::SampleRate rate { 48000 };

TEST (Biquad, peaksAtItsFrequencyAndNowhereElse)
{
    const auto peak = Biquad::peaking (rate, { 1000.0_Hz, 1.4 }, 6.0_dB);

    EXPECT_NEAR (peak.levelDbAt (1000.0_Hz, rate), 6.0, 1e-9);
    EXPECT_NEAR (peak.levelDbAt (0.0_Hz, rate), 0.0, 1e-9);
    EXPECT_NEAR (peak.levelDbAt (24000.0_Hz, rate), 0.0, 1e-9);
    EXPECT_LT (peak.levelDbAt (900.0_Hz, rate), 6.0);
}

TEST (Biquad, peakAndDipOfTheSameSizeCancel)
{
    const auto peak = Biquad::peaking (rate, { 3000.0_Hz, 2.0 }, 9.0_dB);
    const auto dip = Biquad::peaking (rate, { 3000.0_Hz, 2.0 }, -9.0_dB);

    for (const double frequency : { 20.0, 2000.0, 3000.0, 3500.0, 20000.0 })
        EXPECT_NEAR (
            peak.levelDbAt ({ frequency }, rate) + dip.levelDbAt ({ frequency }, rate), 0.0, 1e-9);
}

TEST (Biquad, shelvesRaiseOneSideOnlyAndHalfOfItAtTheirFrequency)
{
    const auto low = Biquad::lowShelf (rate, { 105.0_Hz }, 8.0_dB);
    EXPECT_NEAR (low.levelDbAt (0.0_Hz, rate), 8.0, 1e-9);
    EXPECT_NEAR (low.levelDbAt (105.0_Hz, rate), 4.0, 1e-9);
    EXPECT_NEAR (low.levelDbAt (24000.0_Hz, rate), 0.0, 1e-9);

    const auto high = Biquad::highShelf (rate, { 2500.0_Hz }, -5.0_dB);
    EXPECT_NEAR (high.levelDbAt (0.0_Hz, rate), 0.0, 1e-9);
    EXPECT_NEAR (high.levelDbAt (2500.0_Hz, rate), -2.5, 1e-9);
    EXPECT_NEAR (high.levelDbAt (24000.0_Hz, rate), -5.0, 1e-9);
}

TEST (Biquad, passesFallByTwelveDecibelsPerOctave)
{
    const auto high = Biquad::highPass (rate, { 400.0_Hz });
    EXPECT_NEAR (high.levelDbAt (400.0_Hz, rate), -3.01, 0.01);
    EXPECT_NEAR (high.levelDbAt (50.0_Hz, rate) - high.levelDbAt (25.0_Hz, rate), 12.04, 0.05);
    EXPECT_NEAR (high.levelDbAt (24000.0_Hz, rate), 0.0, 1e-6);

    const auto low = Biquad::lowPass (rate, { 400.0_Hz });
    EXPECT_NEAR (low.levelDbAt (0.0_Hz, rate), 0.0, 1e-9);
    EXPECT_NEAR (low.levelDbAt (1600.0_Hz, rate) - low.levelDbAt (3200.0_Hz, rate), 12.04, 0.3);
}

TEST (BiquadFilter, soundsAsItsShapeSays)
{
    for (const auto& shape : { Biquad::peaking (rate, { 1000.0_Hz, 3.0 }, -12.0_dB),
                               Biquad::lowShelf (rate, { 200.0_Hz }, 6.0_dB),
                               Biquad::highPass (rate, { 700.0_Hz, 2.0 }) })
        for (const double frequency : { 150.0, 1000.0, 7000.0 })
        {
            BiquadFilter filter { shape };
            std::complex<double> sum;

            for (int n = 0; n < 20000; ++n)
                sum += filter.process (n == 0 ? 1.0 : 0.0)
                       * std::polar (1.0, -2.0 * std::numbers::pi * frequency * n / rate.hertz);

            EXPECT_NEAR (
                20.0 * std::log10 (std::abs (sum)), shape.levelDbAt ({ frequency }, rate), 1e-6);
        }
}

TEST (Biquad, passesStopsOrTurnsAtTheCentre)
{
    const auto bandPass = Biquad::bandPass (rate, { 1000.0_Hz, 3.0 });
    EXPECT_NEAR (bandPass.levelDbAt (1000.0_Hz, rate), 0.0, 1e-9);
    EXPECT_LT (bandPass.levelDbAt (100.0_Hz, rate), -25.0);

    const auto notch = Biquad::notch (rate, { 1000.0_Hz, 3.0 });
    EXPECT_LT (notch.levelDbAt (1000.0_Hz, rate), -200.0);
    EXPECT_NEAR (notch.levelDbAt (20.0_Hz, rate), 0.0, 0.01);

    const auto allPass = Biquad::allPass (rate, { 1000.0_Hz, 3.0 });

    for (const double frequency : { 20.0, 999.0, 1000.0, 15000.0 })
        EXPECT_NEAR (allPass.levelDbAt ({ frequency }, rate), 0.0, 1e-9);
}

TEST (BiquadFilter, resetIsNew)
{
    BiquadFilter filter { Biquad::lowPass (rate, { 1000.0_Hz }) };
    const double first = filter.process (1.0);
    filter.process (0.5);
    filter.reset();

    EXPECT_EQ (filter.process (1.0), first);
}

TEST (BiquadFilter, leavesTheHeapAlone)
{
    BiquadFilter filter { Biquad::lowPass (rate, { 1000.0_Hz }) };
    const support::AllocationGuard heap;
    filter.process (1.0);
    filter.reset();

    EXPECT_EQ (heap.count(), 0u);
}

} // namespace
} // namespace dsp
