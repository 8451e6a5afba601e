// SPDX-License-Identifier: GPL-3.0-or-later
#include "measured/flags/Statistics.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace flags
{

std::string withInterval (const Count& count)
{
    if (count.all == 0)
        return "–";

    constexpr double z = 1.959964;
    const double n = count.all;
    const double p = count.yes / n;
    const double middle = (p + z * z / (2.0 * n)) / (1.0 + z * z / n);
    const double half = z / (1.0 + z * z / n)
                        * std::sqrt (p * (1.0 - p) / n + z * z / (4.0 * n * n));
    char text[96];
    std::snprintf (text,
                   sizeof text,
                   "%.2f [%.2f, %.2f] (%d/%d)",
                   p,
                   std::max (0.0, middle - half),
                   std::min (1.0, middle + half),
                   count.yes,
                   count.all);
    return text;
}

double areaUnderCurve (const std::vector<double>& ill, const std::vector<double>& sound)
{
    double above = 0.0;

    for (const double one : ill)
        for (const double other : sound)
            above += one > other ? 1.0 : one == other ? 0.5 : 0.0;

    return above / (static_cast<double> (ill.size()) * static_cast<double> (sound.size()));
}

bool isMonotone (const std::vector<double>& values)
{
    const auto [least, most] = std::ranges::minmax (values);
    const double tolerance = 0.02 * (most - least);

    for (std::size_t i = 1; i < values.size(); ++i)
        if (values[i] < values[i - 1] - tolerance)
            return false;

    return true;
}

double medianOf (std::vector<double> values)
{
    if (values.empty())
        return std::nan ("");

    std::ranges::sort (values);
    return values[values.size() / 2];
}

} // namespace flags
