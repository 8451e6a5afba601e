// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/CurveBadges.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace report
{

namespace
{

// Beyond this distance, in the drawing's units, a badge cannot be taken for another curve's.
constexpr double clearEnough = 24.0;

/** Vertical distance to the nearest other curve, up to what is clear enough. */
double clearance (std::span<const PlottedResponse> responses,
                  std::size_t own,
                  double frequencyHz,
                  const LevelAxis& levels)
{
    const double y = levels.yOf (responses[own].level.levelDbAt (frequencyHz));
    double nearest = clearEnough;

    for (std::size_t other = 0; other < responses.size(); ++other)
        if (other != own)
            nearest = std::min (
                nearest,
                std::abs (y - levels.yOf (responses[other].level.levelDbAt (frequencyHz))));

    return nearest;
}

/** Zero when a badge here would touch one that is placed, or hang over the edge. */
double freedom (const Badge& candidate, std::span<const Badge> placed, PlotArea area)
{
    const bool isInside = candidate.x > badgeRadius && candidate.x < area.width - badgeRadius
                          && candidate.y > badgeRadius && candidate.y < area.height - badgeRadius;

    const bool isFree = std::none_of (
        placed.begin(), placed.end(), [&candidate] (const Badge& other) {
            return std::hypot (candidate.x - other.x, candidate.y - other.y) < 2.5 * badgeRadius;
        });

    return isInside && isFree ? 1.0 : 0.0;
}

bool isUsable (const PlottedResponse& response, double frequencyHz)
{
    return frequencyHz >= response.usableBandHz.lowHz
           && frequencyHz <= response.usableBandHz.highHz;
}

} // namespace

std::vector<Badge>
badgesFor (std::span<const PlottedResponse> responses, PlotArea area, const LevelAxis& levels)
{
    const FrequencyAxis frequencies { area };
    std::vector<Badge> badges;

    for (std::size_t own = 0; own < responses.size(); ++own)
    {
        Badge best { 0.0, 0.0 };
        double bestScore = -1.0;

        for (const double frequency : dsp::libraryGridHz())
        {
            const Badge candidate { frequencies.xOf (frequency),
                                    levels.yOf (responses[own].level.levelDbAt (frequency)) };
            const double trust = isUsable (responses[own], frequency) ? 2.0 : 1.0;
            const double score = trust * freedom (candidate, badges, area)
                                 * (1.0 + clearance (responses, own, frequency, levels));

            if (score > bestScore)
            {
                best = candidate;
                bestScore = score;
            }
        }

        badges.push_back (best);
    }

    return badges;
}

} // namespace report
