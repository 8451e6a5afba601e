// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/LoudnessRange.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <span>

namespace hearing
{
namespace
{

constexpr double absoluteGateLufs = -70.0;
constexpr double relativeGateLu = -20.0;
constexpr double lowPercent = 10.0;
constexpr double highPercent = 95.0;
constexpr double classesPerLu = 100.0;

// Far above what 0 dBFS can be: only samples that are no audio get there.
constexpr double loudestLufs = 20.0;

std::size_t classOf (double lufs)
{
    const double loudness = std::clamp (lufs, absoluteGateLufs, loudestLufs);
    return static_cast<std::size_t> (std::lround (classesPerLu * (loudness - absoluteGateLufs)));
}

/** Index of the class at the nearest rank. Tech 3342 leaves the estimate of a percentile open; ranks
    one apart can be 1 LU apart where music fades, so ours is the one that ffmpeg takes.
*/
std::size_t percentile (std::span<const std::uint64_t> counts, std::uint64_t total, double percent)
{
    const auto nearest = std::llround (static_cast<double> (total) * percent / 100.0);
    const auto rank = static_cast<std::uint64_t> (std::max (nearest, 1LL));
    std::uint64_t passed = 0;
    std::size_t index = 0;

    while ((passed += counts[index]) < rank)
        ++index;

    return index;
}

} // namespace

void LoudnessRange::add (units::Lufs shortTerm)
{
    if (! (shortTerm.value >= absoluteGateLufs))
        return;

    const auto index = classOf (shortTerm.value);
    counts.resize (std::max (counts.size(), index + 1));
    ++counts[index];
    ++total;
    power += std::pow (10.0, shortTerm.value / 10.0);
}

void LoudnessRange::add (const LoudnessRange& another)
{
    counts.resize (std::max (counts.size(), another.counts.size()));
    std::ranges::transform (another.counts, counts, counts.begin(), std::plus {});
    total += another.total;
    power += another.power;
}

std::optional<double> LoudnessRange::lu() const
{
    if (total == 0)
        return std::nullopt;

    const double meanLufs = 10.0 * std::log10 (power / static_cast<double> (total));
    const auto kept = std::span { counts }.subspan (classOf (meanLufs + relativeGateLu));
    const auto numKept = std::accumulate (kept.begin(), kept.end(), std::uint64_t { 0 });
    const auto low = percentile (kept, numKept, lowPercent);
    const auto high = percentile (kept, numKept, highPercent);
    return static_cast<double> (high - low) / classesPerLu;
}

} // namespace hearing
