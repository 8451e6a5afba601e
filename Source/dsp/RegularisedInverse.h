// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/FrequencyResponse.h"
#include "units/Decibels.h"
#include "units/Hertz.h"

namespace dsp
{

/** Where a measured response can be relied on. Outside, the value at its edge is held. */
struct UsableBand
{
    units::Hertz low { 20.0 };
    units::Hertz high { 20000.0 };
};

/** How far the inverse of a headphone is followed. The form is Kirkeby 1998, Norcross 2004 and
    Schärer & Lindau 2009; the figures are heuristic, from reseating nine headphones ten times.
    All levels count from the inverse of the headphone's mean level between `meanFrom` and `meanTo`.
*/
namespace inversion
{
inline constexpr units::Decibels greatestBoost { 12.0 };
inline constexpr units::Decibels greatestBoostAboveItsOctave { 6.0 };
inline constexpr units::Decibels greatestCut { -20.0 };

/** Tikhonov's β: power, relative to the headphone's, below which a notch is not filled. */
inline constexpr double regularisation = 0.003;
inline constexpr double regularisationOutside = 0.3;
inline constexpr units::Hertz regularisationRisesFrom { 8000.0 };

/** Above, only the mean of the octave is followed; in full from `detailEnds` on. */
inline constexpr units::Hertz detailFadesFrom { 10000.0 };
inline constexpr units::Hertz detailEnds { 14000.0 };

/** The headphone's bass ends where it has fallen so far; within an octave below, so does the boost. */
inline constexpr units::Decibels bassCorner { -12.0 };

inline constexpr units::Hertz meanFrom { 100.0 };
inline constexpr units::Hertz meanTo { 10000.0 };
} // namespace inversion

/** |1/H| of a headphone, smoothed, regularised and limited, on the library's grid.

    For what reaches the ear through the air and is then heard over this headphone: P/H. A notch or a
    missing bass is filled only as far as β allows; what is too weak to be filled keeps the inverse of
    the mean level and is never cut on top.
*/
FrequencyResponse regularisedInverse (const FrequencyResponse& headphone, UsableBand usable = {});

/** One ear-coupled device and where it can be relied on. */
struct EarCoupled
{
    const FrequencyResponse& response;
    UsableBand usable = {};
};

/** How to hear one earbud or headphone (`device`) over another (`headphone`): E = device − headphone
    in dB, on the library's grid, both in the same terms (rig, compensation) and smoothed alike.

    A on A is 0 dB. Elsewhere E is the difference of the smoothed curves but for: detail above
    10 kHz; boost below the bass corner, or the usable bands, which fades to the mean difference
    within an octave; and the limits of boost and cut, which count only what the headphone's inverse
    adds: what the device itself does is never limited.
*/
FrequencyResponse earCoupledDifference (const EarCoupled& device, const EarCoupled& headphone);

} // namespace dsp
