// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/TruePeakInterpolation.h"

#include "dsp/InstructionSet.h"
#include "dsp/TruePeakLoop.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dsp
{
namespace
{

constexpr std::size_t oversampling = 8;

double sinc (double x)
{
    return x == 0.0 ? 1.0 : std::sin (std::numbers::pi * x) / (std::numbers::pi * x);
}

/** The modified Bessel function I₀, as its power series: Σ (x²/4)^k / k!². std::cyl_bessel_i calls
    lgamma(), which writes to a variable of the whole program: not for several threads. */
double besselI0 (double x)
{
    double sum = 1.0;
    double term = 1.0;

    for (int k = 1; term > 1e-17 * sum; ++k)
    {
        term *= x * x / (4.0 * k * k);
        sum += term;
    }

    return sum;
}

/** Kaiser's window over −1 … 1. With β = 6 side lobes are 63 dB down, and the transition of 32 taps
    begins at 0.44 of the rate (Kaiser's formula: (63 − 8) / (14.36 · 32) wide, half on each side). */
double kaiser (double x)
{
    constexpr double beta = 6.0;

    if (std::abs (x) >= 1.0)
        return 0.0;

    return besselI0 (beta * std::sqrt (1.0 - x * x)) / besselI0 (beta);
}

/** Tap t meets the sample t frames before the newest; the point lies so many eighths after the sample
    in the middle. */
double tap (std::size_t t, std::size_t eighths)
{
    constexpr double middle = TruePeakTaps::perPhase / 2.0;
    const double distance = static_cast<double> (t) - middle
                            + static_cast<double> (eighths) / oversampling;
    return sinc (distance) * kaiser (distance / middle);
}

} // namespace

TruePeakTaps::TruePeakTaps() : pairs {}, mostGain (1.0)
{
    for (std::size_t k = 0; k < numPairs; ++k)
    {
        pairs[k].middle = static_cast<float> (tap (k, oversampling / 2));

        for (std::size_t p = 0; p < 3; ++p)
        {
            const double after = tap (k, p + 1);
            const double before = tap (k, oversampling - (p + 1));
            pairs[k].even[p] = static_cast<float> (0.5 * (after + before));
            pairs[k].odd[p] = static_cast<float> (0.5 * (after - before));
        }
    }

    for (std::size_t eighths = 1; eighths < oversampling; ++eighths)
    {
        double gain = 0.0;

        for (std::size_t t = 0; t < perPhase; ++t)
            gain += std::abs (tap (t, eighths));

        mostGain = std::max (mostGain, gain);
    }

    // Sums of 32 products in single precision may come out higher by some millionths.
    mostGain *= 1.0 + 1e-5;
}

#if defined(__x86_64__)

HighestBetween avx2HighestBetween(); // TruePeakAvx2.cpp

HighestBetween fastestHighestBetween()
{
    return bestInstructionSet() == InstructionSet::avx2 ? avx2HighestBetween()
                                                        : portableHighestBetween();
}

#else

HighestBetween fastestHighestBetween() { return portableHighestBetween(); }

#endif

HighestBetween portableHighestBetween() { return highestBetween; }

} // namespace dsp
