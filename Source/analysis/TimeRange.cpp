// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/TimeRange.h"

#include <algorithm>
#include <numeric>

namespace analysis
{

namespace
{

constexpr double widestGapSeconds = 2.0;
constexpr double shortestSeconds = 0.5;
constexpr double widespreadShare = 0.4;

} // namespace

Spread spreadOf (std::span<const TimeRange> ranges, double masterSeconds)
{
    return totalLength (ranges) > widespreadShare * masterSeconds ? Spread::widespread
                                                                  : Spread::localized;
}

std::vector<TimeRange> rangesOf (const std::vector<bool>& marked)
{
    std::vector<TimeRange> ranges;

    for (std::size_t hop = 0; hop < marked.size(); ++hop)
        if (marked[hop])
        {
            constexpr double hopsPerWindow = windowSeconds * hopsPerSecond;
            const auto start = static_cast<double> (hop);
            ranges.push_back ({ start / hopsPerSecond, (start + hopsPerWindow) / hopsPerSecond });
        }

    return lasting (std::move (ranges));
}

std::vector<TimeRange> joined (std::vector<TimeRange> ranges)
{
    std::ranges::sort (ranges, {}, &TimeRange::start);
    std::vector<TimeRange> result;

    for (const auto& range : ranges)
        if (! result.empty() && range.start - result.back().end <= widestGapSeconds)
            result.back().end = std::max (result.back().end, range.end);
        else
            result.push_back (range);

    return result;
}

std::vector<TimeRange> lasting (std::vector<TimeRange> ranges)
{
    ranges = joined (std::move (ranges));
    std::erase_if (ranges,
                   [] (const TimeRange& range) { return range.length() < shortestSeconds; });
    return ranges;
}

double totalLength (std::span<const TimeRange> ranges)
{
    return std::accumulate (
        ranges.begin(), ranges.end(), 0.0, [] (double sum, const TimeRange& range) {
            return sum + range.length();
        });
}

} // namespace analysis
