// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/TruePeakInterpolation.h"

#include "dsp/InstructionSet.h"
#include "dsp/TruePeakLoop.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

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

struct Bounds
{
    double mostGain;
    double sampleGain;

    /** Of the second difference about each sample. */
    std::array<double, TruePeakTaps::perPhase> bends;
};

/** Of one point. From both ends towards the middle, each tap is replaced by a second difference about its
    neighbour, which takes the tap away and changes the next two. Two taps remain. */
Bounds boundsOf (std::size_t eighths)
{
    std::array<double, TruePeakTaps::perPhase> taps {};
    Bounds bounds { 0.0, 0.0, {} };

    for (std::size_t t = 0; t < taps.size(); ++t)
    {
        taps[t] = tap (t, eighths);
        bounds.mostGain += std::abs (taps[t]);
    }

    const auto replace = [&] (std::size_t end, std::size_t centre, std::size_t beyond) {
        bounds.bends[centre] = std::abs (taps[end]);
        taps[centre] += 2.0 * taps[end];
        taps[beyond] -= taps[end];
    };

    constexpr auto middle = TruePeakTaps::perPhase / 2;

    for (std::size_t t = 0; t + 1 < middle; ++t)
        replace (t, t + 1, t + 2);

    for (auto t = taps.size() - 1; t > middle; --t)
        replace (t, t - 1, t - 2);

    bounds.sampleGain = std::abs (taps[middle - 1]) + std::abs (taps[middle]);
    return bounds;
}

/** Sums of 32 products in single precision may come out higher by some millionths. */
float roundedUp (double gain) { return static_cast<float> (gain * (1.0 + 1e-5)); }

} // namespace

TruePeakTaps::TruePeakTaps()
    : pairs {},
      mostGain (1.0f),
      sampleGain (1.0f),
      bendGain (0.0f),
      nearBendGains {},
      farBendGain (0.0f)
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
        const auto bounds = boundsOf (eighths);
        mostGain = std::max (mostGain, roundedUp (bounds.mostGain));
        sampleGain = std::max (sampleGain, roundedUp (bounds.sampleGain));
        addBends (bounds.bends);
    }
}

/** Takes the higher of what is known and these gains of one point. */
void TruePeakTaps::addBends (std::span<const double, perPhase> bends)
{
    const double all = std::accumulate (bends.begin(), bends.end(), 0.0);
    double far = all;

    for (std::size_t n = 0; n < numNear; ++n)
    {
        const auto left = perPhase / 2 - numNear + n, right = perPhase - 1 - left;
        const double gain = std::max (bends[left], bends[right]);
        nearBendGains[n] = std::max (nearBendGains[n], roundedUp (gain));
        far -= bends[left] + bends[right];
    }

    bendGain = std::max (bendGain, roundedUp (all));
    farBendGain = std::max (farBendGain, roundedUp (far));
}

#if defined(__x86_64__)

TruePeakLoops avx2TruePeakLoops();   // TruePeakAvx2.cpp
TruePeakLoops avx512TruePeakLoops(); // TruePeakAvx512.cpp

TruePeakLoops truePeakLoops (InstructionSet instructions)
{
    return ofInstructionSet (
        instructions, truePeakLoopsHere, avx2TruePeakLoops, avx512TruePeakLoops);
}

#else

TruePeakLoops truePeakLoops (InstructionSet) { return truePeakLoopsHere; }

#endif

} // namespace dsp
