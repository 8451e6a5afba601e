// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/TimeRange.h"

#include <algorithm>
#include <cstddef>
#include <span>

namespace analysis
{

/** Calls what is to be done with each hop that begins in these ranges, of as many as there are. */
template <typename Act>
void forEachHopWithin (std::span<const TimeRange> ranges, std::size_t numHops, Act&& act)
{
    for (const auto& range : ranges)
    {
        const auto first = static_cast<std::size_t> (std::max (0.0, range.start) * hopsPerSecond);
        const auto end = static_cast<std::size_t> (std::max (0.0, range.end) * hopsPerSecond);

        for (auto hop = first; hop < std::min (end, numHops); ++hop)
            act (hop);
    }
}

} // namespace analysis
