// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/ProgrammeAnchor.h"

#include "hearing/SpecificLoudness.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace monitoring
{

namespace
{

// N5, as ISO 532-1 and Zwicker & Fastl take it for the loudness of what changes over time.
constexpr double partOfTime = 0.05;

} // namespace

ProgrammeAnchor::ProgrammeAnchor (std::span<const float> referenceSone)
{
    const auto audible = std::ranges::count_if (referenceSone,
                                                [] (float sone) { return sone >= audibleSone; });
    pointsAbove = static_cast<std::size_t> (std::ceil (partOfTime * static_cast<double> (audible)));
}

double ProgrammeAnchor::soneOf (std::span<const float> sone) const
{
    if (isSilent() || sone.size() < pointsAbove)
        return 0.0;

    std::vector<float> ranked { sone.begin(), sone.end() };
    const auto place = ranked.begin() + static_cast<std::ptrdiff_t> (pointsAbove - 1);
    std::ranges::nth_element (ranked, place, std::greater<> {});
    return *place;
}

double ProgrammeAnchor::phonOf (std::span<const float> sone) const
{
    return hearing::loudnessLevelPhon (soneOf (sone));
}

} // namespace monitoring
