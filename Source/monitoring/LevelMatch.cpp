// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/LevelMatch.h"

#include <algorithm>
#include <cmath>

namespace monitoring
{

units::Decibels levelMatch (Match match,
                            const hearing::ProgrammeLoudness& master,
                            const hearing::ProgrammeLoudness& output)
{
    if (match == Match::off || ! master.integrated || ! output.integrated)
        return units::Decibels { 0.0 };

    return units::Decibels { master.integrated->value - output.integrated->value };
}

units::Decibels safetyGain (std::span<const units::Decibels> truePeaks)
{
    if (truePeaks.empty())
        return units::Decibels { 0.0 };

    const auto highest = *std::max_element (truePeaks.begin(), truePeaks.end());
    const double needed = std::min (0.0, (truePeakCeiling - highest).value());
    return units::Decibels { std::floor (needed * 100.0) / 100.0 };
}

} // namespace monitoring
