// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/InstructionSet.h"

#include <cstdlib>
#include <string_view>

namespace dsp
{
namespace
{

bool isForbidden()
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): nobody writes the environment while we read it
    const char* const wish = std::getenv ("ELSEWHERE_SIMD");
    return wish != nullptr && std::string_view { wish } == "portable";
}

bool machineHasAvx2()
{
#if defined(__x86_64__)
    return __builtin_cpu_supports ("avx2") && __builtin_cpu_supports ("fma");
#else
    return false;
#endif
}

} // namespace

InstructionSet bestInstructionSet()
{
    return machineHasAvx2() && ! isForbidden() ? InstructionSet::avx2 : InstructionSet::portable;
}

} // namespace dsp
