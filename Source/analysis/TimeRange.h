// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace analysis
{

/** Quantities over time are measured this often, over windows of 0.4 s unless they say otherwise; the
    window of hop n begins at n / hopsPerSecond. */
constexpr double hopsPerSecond = 10.0;
constexpr double windowSeconds = 0.4;

/** From … to, in seconds of the master. */
struct TimeRange
{
    double start = 0.0;
    double end = 0.0;

    double length() const { return end - start; }
    bool operator== (const TimeRange&) const = default;
};

/** Whether a problem is somewhere or all over the place. */
enum class Spread
{
    localized,
    widespread ///< in more than 40 % of the time
};

Spread spreadOf (std::span<const TimeRange> ranges, double masterSeconds);

/** The ranges in which a hop is marked, those that lie at most 2 s apart joined, those that are then
    shorter than half a second left out. */
std::vector<TimeRange> rangesOf (const std::vector<bool>& marked);

/** The same for ranges of any kind: in ascending order, joined where they touch or lie at most 2 s apart. */
std::vector<TimeRange> joined (std::vector<TimeRange> ranges);

/** Joined, and what is then shorter than half a second left out. */
std::vector<TimeRange> lasting (std::vector<TimeRange> ranges);

double totalLength (std::span<const TimeRange> ranges);

} // namespace analysis
