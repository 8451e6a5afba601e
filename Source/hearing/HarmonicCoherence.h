// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/BassHarmonics.h"

namespace hearing
{

/** How each harmonic of a note goes along with the bass: Pearson's correlation of its amplitude with that
    of all the note's harmonics below 180 Hz, mostly the fundamental, over the note and the silence of two
    frames either side. Below 0.5 a harmonic is likely to be another instrument's. None where there is no
    harmonic, or where it or the bass moves by less than 1 dB, so that there is nothing to go along with.
*/
using HarmonicCoherence = std::array<std::optional<double>, numBassHarmonics>;

/** @param ofLine  what BassHarmonics measured for this line, in the reference */
HarmonicCoherence harmonicCoherence (const BassNote& note,
                                     const BassLine& line,
                                     std::span<const FrameHarmonics> ofLine);

} // namespace hearing
