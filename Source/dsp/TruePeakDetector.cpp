// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/TruePeakDetector.h"

#include "units/Precondition.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dsp
{
namespace
{

constexpr std::size_t history = TruePeakDetector::tapsPerPhase - 1;

double sinc (double x)
{
    return x == 0.0 ? 1.0 : std::sin (std::numbers::pi * x) / (std::numbers::pi * x);
}

/** Kaiser's window over −1 … 1. With β = 6 side lobes are 63 dB down, and the transition of 32 taps
    begins at 0.44 of the rate (Kaiser's formula: (63 − 8) / (14.36 · 32) wide, half on each side). */
double kaiser (double x)
{
    constexpr double beta = 6.0;

    if (std::abs (x) >= 1.0)
        return 0.0;

    return std::cyl_bessel_i (0.0, beta * std::sqrt (1.0 - x * x)) / std::cyl_bessel_i (0.0, beta);
}

} // namespace

// Tap t meets the sample t frames before the newest; the delayed sample is delayFrames before it.
TruePeakDetector::TruePeakDetector() : taps (tapsPerPhase)
{
    constexpr double middle = static_cast<double> (delayFrames);

    for (std::size_t phase = 0; phase < oversampling; ++phase)
    {
        const double fraction = static_cast<double> (phase) / oversampling;
        float sum = 0.0f;

        for (std::size_t t = 0; t < tapsPerPhase; ++t)
        {
            const double distance = static_cast<double> (t) - middle + fraction;
            taps[t][phase] = static_cast<float> (sinc (distance) * kaiser (distance / middle));
            sum += std::abs (taps[t][phase]);
        }

        mostGain = std::max (mostGain, sum);
    }
}

void TruePeakDetector::raise (std::span<float> peaks,
                              std::span<const float> samples,
                              float threshold) noexcept REALTIME
{
    PRECONDITION (samples.size() <= longestBlock && peaks.size() == samples.size());

    std::copy (samples.begin(), samples.end(), recent.begin() + history);

    const auto end = recent.begin() + static_cast<std::ptrdiff_t> (history + samples.size());
    float highest = 0.0f;

    for (auto sample = recent.begin(); sample != end; ++sample)
        highest = std::max (highest, std::abs (*sample));

    if (highest * mostGain > threshold)
        for (std::size_t n = 0; n < samples.size(); ++n)
            peaks[n] = std::max (peaks[n], peakAt (recent.data() + history + n));

    std::copy (end - history, end, recent.begin());
}

float TruePeakDetector::peakAt (const float* newest) const noexcept REALTIME
{
    Phases between {};

    for (std::size_t t = 0; t < tapsPerPhase; ++t)
    {
        const float sample = *(newest - t);

        for (std::size_t phase = 0; phase < oversampling; ++phase)
            between[phase] += sample * taps[t][phase];
    }

    float highest = 0.0f;

    for (const float sample : between)
        highest = std::max (highest, std::abs (sample));

    return highest;
}

void TruePeakDetector::reset() noexcept REALTIME { recent.fill (0.0f); }

} // namespace dsp
