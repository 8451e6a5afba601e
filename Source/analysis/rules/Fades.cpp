// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/Fades.h"

#include "analysis/TimeRange.h"
#include "hearing/SpecificLoudness.h"

#include <algorithm>

namespace analysis
{

namespace
{

constexpr double stepSeconds = 2.0;
constexpr double leastChangePhon = 2.0;

// As good as silent: there a fade goes no further.
constexpr double silentPhon = 5.0;

/** How many hops at the beginning rise all the time, silence before them included. */
std::size_t risingHops (std::span<const double> phons)
{
    constexpr auto step = static_cast<std::size_t> (stepSeconds * hopsPerSecond);
    std::size_t hop = 0;

    while (hop < phons.size() && phons[hop] < silentPhon)
        ++hop;

    const auto begin = hop;

    while (hop + step < phons.size() && phons[hop + step] >= phons[hop] + leastChangePhon)
        ++hop;

    return hop == begin ? 0 : std::min (phons.size(), hop + step);
}

} // namespace

std::vector<bool> fadingHops (std::span<const float> sones)
{
    std::vector<double> phons (sones.size());
    std::ranges::transform (sones, phons.begin(), [] (float sone) {
        return hearing::loudnessLevelPhon (static_cast<double> (sone));
    });
    std::vector<bool> fading (sones.size(), false);
    const auto in = static_cast<std::ptrdiff_t> (risingHops (phons));
    std::fill_n (fading.begin(), in, true);
    std::ranges::reverse (phons);
    const auto out = static_cast<std::ptrdiff_t> (risingHops (phons));
    std::fill_n (fading.rbegin(), out, true);
    return fading;
}

} // namespace analysis
