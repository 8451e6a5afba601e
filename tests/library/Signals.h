// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/ImpulseResponse.h"

#include <cmath>
#include <complex>
#include <numbers>
#include <random>

namespace tests
{

/** A second-order filter, b over a, with a[0] = 1. */
struct Biquad
{
    double b[3];
    double a[3];
};

/** The cookbook's peak of 6 dB at 1 kHz, Q 1. */
inline Biquad peakFilter (int rate)
{
    const double amplitude = std::pow (10.0, 6.0 / 40.0);
    const double omega = 2.0 * std::numbers::pi * 1000.0 / rate;
    const double alpha = std::sin (omega) / 2.0;
    const double norm = 1.0 + alpha / amplitude;
    return { { (1.0 + alpha * amplitude) / norm,
               -2.0 * std::cos (omega) / norm,
               (1.0 - alpha * amplitude) / norm },
             { 1.0, -2.0 * std::cos (omega) / norm, (1.0 - alpha / amplitude) / norm } };
}

/** A Butterworth high-pass. */
inline Biquad highPass (int rate, double cornerHz)
{
    const double omega = 2.0 * std::numbers::pi * cornerHz / rate;
    const double alpha = std::sin (omega) / std::numbers::sqrt2;
    const double norm = 1.0 + alpha;
    const double b = (1.0 + std::cos (omega)) / 2.0 / norm;
    return { { b, -2.0 * b, b }, { 1.0, -2.0 * std::cos (omega) / norm, (1.0 - alpha) / norm } };
}

inline dsp::ImpulseResponse impulseOf (const Biquad& filter, int rate, double seconds)
{
    dsp::ImpulseResponse ir { std::vector<double> (static_cast<std::size_t> (seconds * rate)),
                              { rate } };
    auto& y = ir.samples;

    for (std::size_t n = 0; n < y.size(); ++n)
    {
        y[n] = n < 3 ? filter.b[n] : 0.0;

        for (std::size_t k = 1; k < 3 && k <= n; ++k)
            y[n] -= filter.a[k] * y[n - k];
    }

    return ir;
}

inline dsp::ImpulseResponse peakFilterImpulse (int rate, double seconds)
{
    return impulseOf (peakFilter (rate), rate, seconds);
}

inline dsp::ImpulseResponse highPassImpulse (int rate, double seconds, double cornerHz)
{
    return impulseOf (highPass (rate, cornerHz), rate, seconds);
}

inline double peakFilterLevelDb (double frequencyHz, int rate)
{
    const auto filter = peakFilter (rate);
    const auto z = std::polar (1.0, -2.0 * std::numbers::pi * frequencyHz / rate);
    const auto above = filter.b[0] + z * (filter.b[1] + z * filter.b[2]);
    const auto below = filter.a[0] + z * (filter.a[1] + z * filter.a[2]);
    return 20.0 * std::log10 (std::abs (above / below));
}

/** White noise of this root mean square, the same at every run. */
inline void addNoise (dsp::ImpulseResponse& ir, double rms)
{
    std::mt19937 generator { 1 };
    std::normal_distribution<double> noise { 0.0, rms };

    for (double& sample : ir.samples)
        sample += noise (generator);
}

} // namespace tests
