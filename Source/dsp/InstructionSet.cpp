// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/InstructionSet.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace dsp
{
namespace
{

InstructionSet mostAllowed()
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): nobody writes the environment while we read it
    const char* const value = std::getenv ("ELSEWHERE_SIMD");
    const std::string_view wish { value == nullptr ? "" : value };

    if (wish == "portable")
        return InstructionSet::portable;

    return wish == "avx2" ? InstructionSet::avx2 : InstructionSet::avx512;
}

InstructionSet bestOfMachine()
{
#if defined(__x86_64__)
    if (! __builtin_cpu_supports ("avx2") || ! __builtin_cpu_supports ("fma"))
        return InstructionSet::portable;

    return __builtin_cpu_supports ("avx512f") && __builtin_cpu_supports ("avx512vl")
                   && __builtin_cpu_supports ("avx512dq")
               ? InstructionSet::avx512
               : InstructionSet::avx2;
#else
    return InstructionSet::portable;
#endif
}

} // namespace

InstructionSet bestInstructionSet() { return std::min (bestOfMachine(), mostAllowed()); }

std::vector<InstructionSet> instructionSets()
{
    std::vector<InstructionSet> all { InstructionSet::portable };

    for (const auto set : { InstructionSet::avx2, InstructionSet::avx512 })
        if (set <= bestInstructionSet())
            all.push_back (set);

    return all;
}

} // namespace dsp
