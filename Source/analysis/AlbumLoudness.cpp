// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/AlbumLoudness.h"

#include <cmath>

namespace analysis
{

namespace
{

constexpr double absoluteGateLufs = -70.0;
constexpr double relativeGateLu = -10.0;

// The first three points are of windows that begin before the master does.
constexpr std::size_t firstWholeBlock = 3;

std::optional<double> meanAbove (double gateLufs,
                                 std::span<const hearing::LoudnessCurve* const> masters)
{
    double power = 0.0;
    std::size_t count = 0;

    for (const auto* master : masters)
        for (std::size_t i = firstWholeBlock; i < master->points.size(); ++i)
            if (const double level = static_cast<double> (master->points[i].momentaryLufs);
                level > gateLufs)
            {
                power += std::pow (10.0, 0.1 * level);
                ++count;
            }

    return count == 0 ? std::nullopt
                      : std::optional { 10.0 * std::log10 (power / static_cast<double> (count)) };
}

} // namespace

std::optional<units::Lufs>
albumIntegratedLoudness (std::span<const hearing::LoudnessCurve* const> masters)
{
    const auto ungated = meanAbove (absoluteGateLufs, masters);

    if (! ungated)
        return std::nullopt;

    const auto gated = meanAbove (std::max (absoluteGateLufs, *ungated + relativeGateLu), masters);
    return gated ? std::optional { units::Lufs { *gated } } : std::nullopt;
}

} // namespace analysis
