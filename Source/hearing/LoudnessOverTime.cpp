// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/LoudnessOverTime.h"

#include "units/Precondition.h"

#include <algorithm>
#include <cmath>

namespace hearing
{
namespace
{

/** What remains of one ear's loudness beside the other's: 2 / (1 + sech(r)^1.5978) is the divisor in
    ISO 532-2, 1 beside silence and 4/3 beside an equal ear. */
double uninhibited (double own, double other)
{
    constexpr double exponent = 1.5978;
    return own * (1.0 + std::pow (1.0 / std::cosh (other / own), exponent)) / 2.0;
}

} // namespace

double valueExceeded (std::vector<float> values, double percentOfTime)
{
    PRECONDITION (percentOfTime >= 0.0 && percentOfTime <= 100.0);

    if (values.empty())
        return 0.0;

    const double place = (1.0 - percentOfTime / 100.0) * static_cast<double> (values.size() - 1);
    const auto below = static_cast<std::size_t> (place);
    const auto lower = values.begin() + static_cast<std::ptrdiff_t> (below);
    std::nth_element (values.begin(), lower, values.end());

    if (below + 1 == values.size())
        return *lower;

    const double upper = *std::min_element (lower + 1, values.end());
    return *lower + (place - static_cast<double> (below)) * (upper - *lower);
}

double LoudnessOverTime::maximum() const
{
    return sone.empty() ? 0.0 : *std::max_element (sone.begin(), sone.end());
}

double binauralLoudness (double left, double right)
{
    if (! (left > 0.0) && ! (right > 0.0))
        return 0.0;

    constexpr double diotic = 1.5; // two equal ears, as a multiple of one
    const double fromLeft = left > 0.0 ? uninhibited (left, right) : 0.0;
    const double fromRight = right > 0.0 ? uninhibited (right, left) : 0.0;
    return (fromLeft + fromRight) / diotic;
}

LoudnessOverTime binauralLoudness (const LoudnessOverTime& left, const LoudnessOverTime& right)
{
    PRECONDITION (left.sone.size() == right.sone.size());
    LoudnessOverTime both;

    for (std::size_t i = 0; i < left.sone.size(); ++i)
        both.sone.push_back (static_cast<float> (binauralLoudness (left.sone[i], right.sone[i])));

    return both;
}

} // namespace hearing
