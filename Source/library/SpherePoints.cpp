// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/SpherePoints.h"

#include <cmath>
#include <numbers>

namespace library
{

std::vector<Point> spherePoints (std::size_t count)
{
    const double goldenAngle = std::numbers::pi * (3.0 - std::sqrt (5.0));
    std::vector<Point> points;

    for (std::size_t n = 0; n < count; ++n)
    {
        const double z = 1.0 - (2.0 * static_cast<double> (n) + 1.0) / static_cast<double> (count);
        const double ring = std::sqrt (1.0 - z * z);
        const double turn = goldenAngle * static_cast<double> (n);
        points.push_back ({ ring * std::cos (turn), ring * std::sin (turn), z });
    }

    return points;
}

} // namespace library
