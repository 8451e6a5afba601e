// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/SphericalHead.h"

#include <array>
#include <cmath>

namespace library
{

// So near to the skin that a source is in the hair; the sphere's series needs to stay outside.
inline constexpr double nearestSourceMetres = headRadiusMetres + 0.002;

/** What being nearer than the measuring distance does to the level at one ear: that of the rigid
    sphere here over that at the measuring distance, in the direction in which this ear sees the
    source (distance variation, Kan, Jin & van Schaik 2009). */
class DistanceVariation
{
public:
    /** @param source  at least nearestSourceMetres away */
    DistanceVariation (Ear ear, const units::Position& source, double measuredMetres);

    /** Linear between points of a quarter octave from 50 Hz to 21.5 kHz, constant beyond. */
    double levelDbAt (double hertz) const;

private:
    static constexpr double lowHz = 50.0;
    static constexpr double pointsPerOctave = 4.0;

    static double frequencyHz (double n) { return lowHz * std::exp2 (n / pointsPerOctave); }

    std::array<double, 36> levelsDb {}; ///< 50 Hz to 21.5 kHz
};

} // namespace library
