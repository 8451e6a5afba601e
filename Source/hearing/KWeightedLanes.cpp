// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/KWeightedLanes.h"

#include "dsp/InstructionSet.h"
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

AddKWeighted avx2KWeighting(); // KWeightedAvx2.cpp

AddKWeighted fastestKWeighting()
{
    return dsp::bestInstructionSet() == dsp::InstructionSet::avx2 ? avx2KWeighting()
                                                                  : portableKWeighting();
}

#else

AddKWeighted fastestKWeighting() { return portableKWeighting(); }

#endif

AddKWeighted portableKWeighting() { return addKWeighted; }

} // namespace hearing
