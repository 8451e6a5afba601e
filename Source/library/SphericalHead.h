// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Direction.h"
#include "units/Hertz.h"
#include "units/Seconds.h"

#include <array>
#include <complex>
#include <cstddef>

namespace library
{

/** In dry air of 20 °C. */
inline constexpr double speedOfSoundMetresPerSecond = 343.2;

/** Radius of the average adult head in the spherical model (Duda & Martens 1998). */
inline constexpr double headRadiusMetres = 0.0875;

enum class Ear
{
    left,
    right
};

inline constexpr std::array eitherEar { Ear::left, Ear::right };

constexpr std::size_t indexOf (Ear ear) { return ear == Ear::left ? 0 : 1; }

/** How a sound meets one ear: the angle between the ear's axis and the line from the head's centre
    to the source, and the distance from that centre. */
struct Incidence
{
    double angleRadians;   ///< 0: straight into the ear; π: from the far side
    double distanceMetres; ///< beyond the head's radius; infinity: a plane wave
};

/** The ears sit at ±90° on the sphere. */
Incidence incidence (Ear ear, const units::Position& source);

/** Pressure at the ear of a rigid sphere over the free-field pressure at the sphere's centre, in the
    e^{+jωt} convention: a source on the ear's side has a leading phase. Exact series of
    Rabinowitz et al. 1993, as in Duda & Martens, J. Acoust. Soc. Am. 104 (1998) 3048. */
std::complex<double> sphericalHeadPressure (const Incidence& incidence, units::Hertz frequency);

/** Arrival at the ear after arrival at the place of the head's centre (negative: earlier), along the
    shortest way round the sphere: Woodworth's formula, for a source at any distance. */
units::Seconds sphericalHeadDelay (const Incidence& incidence);

/** Where the straight line from the ear through the source meets the sphere of radius
    `distanceMetres` around the head: the direction from which a set of HRTFs that was measured at
    that distance saw this ear hit by this sound (parallax). */
units::Direction
directionSeenFromEar (Ear ear, const units::Position& source, double distanceMetres);

} // namespace library
