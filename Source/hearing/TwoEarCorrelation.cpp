// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/TwoEarCorrelation.h"

#include <cmath>
#include <numbers>

namespace hearing
{

double twoEarCorrelation (double frequencyHz)
{
    constexpr double headWidthMetres = 0.15;
    constexpr double soundMetresPerSecond = 343.0;
    constexpr double alpha = 2.2;
    constexpr double beta = 0.5;

    const double d = 2.0 * std::numbers::pi * frequencyHz * headWidthMetres / soundMetresPerSecond;
    const double sinc = d > 0.0 ? std::sin (alpha * d) / (alpha * d) : 1.0;
    return sinc / std::sqrt (1.0 + std::pow (beta * d, 4.0));
}

// Sum and difference of two independent noises are as alike as their weights say.
std::array<std::complex<double>, 2> correlated (const std::complex<double>& first,
                                                const std::complex<double>& second,
                                                double correlation)
{
    const auto common = std::sqrt (0.5 + 0.5 * correlation) * first;
    const auto opposed = std::sqrt (0.5 - 0.5 * correlation) * second;
    return { common + opposed, common - opposed };
}

} // namespace hearing
