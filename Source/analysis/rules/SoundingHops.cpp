// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/SoundingHops.h"

#include "analysis/TimeRange.h"

#include <algorithm>

namespace analysis
{

std::vector<bool> soundingHops (const MasterMeasures& master)
{
    constexpr double silenceLufs = -70.0;
    constexpr double softerLu = 20.0;

    // A point of the curve is read at the end of its window.
    constexpr auto pointsLater = static_cast<std::size_t> (windowSeconds * hopsPerSecond) - 1;
    const auto& points = master.curve.points;

    if (! master.loudness.integrated || points.size() <= pointsLater)
        return {};

    const double gate = std::max (silenceLufs, master.loudness.integrated->value - softerLu);
    std::vector<bool> sounding (points.size() - pointsLater);

    for (std::size_t hop = 0; hop < sounding.size(); ++hop)
        sounding[hop] = static_cast<double> (points[hop + pointsLater].momentaryLufs) > gate;

    return sounding;
}

std::string whyNotStereo (const MasterMeasures& master)
{
    if (master.numChannels != 2)
        return "The file is mono.";

    return master.loudness.integrated ? "" : "The file is silent.";
}

} // namespace analysis
