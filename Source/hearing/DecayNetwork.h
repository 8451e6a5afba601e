// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace hearing
{

/** Levels and core loudness have this rate (ISO 532-1). */
constexpr std::size_t framesPerSecond = 2000;

/** Steps in which the standard interpolates between two frames. */
constexpr std::size_t innerSteps = 24;

/** The standard's network for the non-linear decay of core loudness, for one inner step: while the
    input falls and the first capacitor lies above the second,

        output' = fromOutput · output + fromReservoir · reservoir
        reservoir' = charge · output + keep · reservoir

    and while both are as high, they fall by `together`; while the input leads, the reservoir follows it
    by `follow`. (ISO 532-1:2017, Annex A: time constants 5, 15 and 75 ms.)
*/
struct DecayNetwork
{
    double fromOutput;
    double fromReservoir;
    double charge;
    double keep;
    double together;
    double follow;
};

/** @param rate  of the frames, in each of which there are innerSteps */
DecayNetwork decayNetwork (std::size_t rate = framesPerSecond);

} // namespace hearing
