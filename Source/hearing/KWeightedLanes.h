// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/InstructionSet.h"
#include "hearing/KWeighting.h"

#include <array>
#include <cstddef>

namespace hearing
{

/** K-weighting of eight channels side by side, as the innermost loop wants it: plain data, since the loop
    shares no inline function with other files. */
struct KWeightedLanes
{
    static constexpr std::size_t numLanes = 8;

    /** b0, b1, b2, a1, a2 of the shelf, and a1, a2 of the high-pass, whose numerator is 1 − 2 z⁻¹ + z⁻². */
    double shelf[5];
    double highPass[2];

    alignas (64) double states[4][numLanes]; ///< two of each filter, transposed direct form II
    alignas (64) double energies[numLanes];  ///< weighted squares, summed up
};

KWeightedLanes kWeightedLanes (units::SampleRate rate);

/** Filters the next frames of all channels and adds up their energies. */
using AddKWeighted = void (*) (KWeightedLanes& lanes,
                               const float* const channels[KWeightedLanes::numLanes],
                               std::size_t numFrames) noexcept;

/** The loop, compiled for these instructions, which this very machine must have. */
AddKWeighted kWeightingLoop (dsp::InstructionSet instructions = dsp::bestInstructionSet());

} // namespace hearing
