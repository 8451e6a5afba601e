// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace monitoring
{

/** Where something lies between two neighbours of a row. */
struct Between
{
    std::size_t before;
    std::size_t after;
    float share; ///< of the one after

    float of (float atBefore, float atAfter) const
    {
        return atBefore + share * (atAfter - atBefore);
    }
};

/** @param place  in the row, which goes on beyond its ends as it is there
    @param count  of its members: at least one */
inline Between between (double place, std::size_t count)
{
    const double inside = std::clamp (place, 0.0, static_cast<double> (count - 1));
    const auto before = static_cast<std::size_t> (inside);
    return { before,
             std::min (before + 1, count - 1),
             static_cast<float> (inside - std::floor (inside)) };
}

} // namespace monitoring
