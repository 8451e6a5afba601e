// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/IsCloseTo.h"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace support
{
namespace
{

struct Place
{
    std::size_t channel = 0;
    std::size_t frame = 0;
};

double peak (const Signal& signal)
{
    double highest = 0.0;

    for (const auto& channel : signal)
        for (const double sample : channel)
            highest = std::max (highest, std::abs (sample));

    return highest;
}

bool haveOneShape (const Signal& left, const Signal& right)
{
    return std::equal (
        left.begin(), left.end(), right.begin(), right.end(), [] (const auto& a, const auto& b) {
            return a.size() == b.size();
        });
}

std::string shape (const Signal& signal)
{
    std::ostringstream text;
    text << signal.size() << " x " << (signal.empty() ? 0 : signal.front().size());
    return text.str();
}

std::string describe (const char* what, Place at, const Signal& actual, const Signal& expected)
{
    std::ostringstream text;
    text << what << " at channel " << at.channel << ", frame " << at.frame << ": "
         << actual[at.channel][at.frame] << " instead of " << expected[at.channel][at.frame]
         << "; ";
    return text.str();
}

} // namespace

std::string difference (const Signal& actual, const Signal& expected, units::Decibels tolerance)
{
    if (! haveOneShape (actual, expected))
        return "shape is " + shape (actual) + " instead of " + shape (expected);

    const auto allowed = tolerance.toGain() * peak (expected);
    std::vector<Place> wrong;
    Place worst;
    double worstError = 0.0;

    for (std::size_t c = 0; c < actual.size(); ++c)
        for (std::size_t n = 0; n < actual[c].size(); ++n)
        {
            const auto error = std::abs (actual[c][n] - expected[c][n]);

            if (error <= allowed)
                continue;

            wrong.push_back ({ c, n });

            if (! (error <= worstError)) // NaN is the worst
            {
                worst = wrong.back();
                worstError = error;
            }
        }

    if (wrong.empty())
        return {};

    std::ostringstream level;
    level << wrong.size() << " samples differ, by up to "
          << 20.0 * std::log10 (worstError / peak (expected)) << " dB of the peak; ";
    return level.str() + describe ("first", wrong.front(), actual, expected)
           + describe ("worst", worst, actual, expected);
}

} // namespace support
