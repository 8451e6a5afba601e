// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/DistanceVariation.h"

#include <algorithm>

namespace library
{

DistanceVariation::DistanceVariation (Ear ear, const units::Position& source, double measuredMetres)
{
    const auto seen = directionSeenFromEar (ear, source, measuredMetres);
    const auto here = incidence (ear, source);
    const auto there = incidence (ear, { seen, measuredMetres });

    for (std::size_t n = 0; n < levelsDb.size(); ++n)
    {
        const units::Hertz frequency { frequencyHz (static_cast<double> (n)) };
        levelsDb[n] = 20.0
                      * std::log10 (std::abs (sphericalHeadPressure (here, frequency))
                                    / std::abs (sphericalHeadPressure (there, frequency)));
    }
}

double DistanceVariation::levelDbAt (double hertz) const
{
    const double where = std::clamp (pointsPerOctave * std::log2 (std::max (hertz, 1.0) / lowHz),
                                     0.0,
                                     static_cast<double> (levelsDb.size() - 1));
    const auto below = std::min (static_cast<std::size_t> (where), levelsDb.size() - 2);
    const double fraction = where - static_cast<double> (below);

    return levelsDb[below] + fraction * (levelsDb[below + 1] - levelsDb[below]);
}

} // namespace library
