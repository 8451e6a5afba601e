// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/CookbookFilter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <numbers>

namespace files
{

namespace
{

/** b0 b1 b2 a0 a1 a2 */
using Coefficients = std::array<double, 6>;

/** sign: +1 makes the low shelf, -1 the high shelf (its mirror image). */
Coefficients shelf (double amplitude, double cosine, double alpha, double sign)
{
    const double up = amplitude + 1.0;
    const double down = amplitude - 1.0;
    const double tilt = sign * down * cosine;
    const double slope = 2.0 * std::sqrt (amplitude) * alpha;

    return { amplitude * (up - tilt + slope),
             sign * 2.0 * amplitude * (down - sign * up * cosine),
             amplitude * (up - tilt - slope),
             up + tilt + slope,
             sign * -2.0 * (down + sign * up * cosine),
             up + tilt - slope };
}

Coefficients coefficients (const CookbookFilter& filter, units::SampleRate rate)
{
    using Shape = CookbookFilter::Shape;

    const double omega = 2.0 * std::numbers::pi * filter.centreHz / rate.hertz;
    const double c = std::cos (omega);
    const double alpha = std::sin (omega) / (2.0 * filter.quality);
    const double a = std::pow (10.0, filter.gainDb / 40.0);

    switch (filter.shape)
    {
    case Shape::peak:
        return { 1 + alpha * a, -2 * c, 1 - alpha * a, 1 + alpha / a, -2 * c, 1 - alpha / a };
    case Shape::lowShelf:
        return shelf (a, c, alpha, 1.0);
    case Shape::highShelf:
        return shelf (a, c, alpha, -1.0);
    case Shape::lowPass:
        return { (1 - c) / 2, 1 - c, (1 - c) / 2, 1 + alpha, -2 * c, 1 - alpha };
    case Shape::highPass:
        return { (1 + c) / 2, -1 - c, (1 + c) / 2, 1 + alpha, -2 * c, 1 - alpha };
    case Shape::bandPass:
        return { alpha, 0, -alpha, 1 + alpha, -2 * c, 1 - alpha };
    case Shape::notch:
        return { 1, -2 * c, 1, 1 + alpha, -2 * c, 1 - alpha };
    case Shape::allPass:
        return { 1 - alpha, -2 * c, 1 + alpha, 1 + alpha, -2 * c, 1 - alpha };
    }

    return { 1, 0, 0, 1, 0, 0 };
}

} // namespace

double CookbookFilter::levelDbAt (units::Hertz frequency, units::SampleRate rate) const
{
    const auto [b0, b1, b2, a0, a1, a2] = coefficients (*this, rate);
    const auto z = std::polar (1.0, -2.0 * std::numbers::pi * frequency.value / rate.hertz);
    const double gain = std::abs ((b0 + z * (b1 + z * b2)) / (a0 + z * (a1 + z * a2)));

    constexpr double floorGain = 1e-15; // −300 dB in place of minus infinity in a notch
    return 20.0 * std::log10 (std::max (gain, floorGain));
}

} // namespace files
