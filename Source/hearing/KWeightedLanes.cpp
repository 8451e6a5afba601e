// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/KWeightedLanes.h"

#include "hearing/KWeightedLoop.h"

namespace hearing
{

KWeightedLanes kWeightedLanes (units::SampleRate rate)
{
    const auto [shelf, highPass] = kWeighting (rate);
    return {
        { shelf.b0, shelf.b1, shelf.b2, shelf.a1, shelf.a2 }, { highPass.a1, highPass.a2 }, {}, {}
    };
}

#if defined(__x86_64__)

AddKWeighted avx2KWeighting();   // KWeightedAvx2.cpp
AddKWeighted avx512KWeighting(); // KWeightedAvx512.cpp

AddKWeighted kWeightingLoop (dsp::InstructionSet instructions)
{
    return dsp::ofInstructionSet<AddKWeighted> (
        instructions, addKWeighted, avx2KWeighting, avx512KWeighting);
}

#else

AddKWeighted kWeightingLoop (dsp::InstructionSet) { return addKWeighted; }

#endif

} // namespace hearing
