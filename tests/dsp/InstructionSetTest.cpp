// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/InstructionSet.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

namespace dsp
{
namespace
{

TEST (InstructionSet, isTheBestThatTheEnvironmentAllows)
{
    const char* const before = std::getenv ("ELSEWHERE_SIMD");
    const std::string kept = before == nullptr ? "" : before;

    setenv ("ELSEWHERE_SIMD", "portable", 1);
    EXPECT_EQ (bestInstructionSet(), InstructionSet::portable);
    EXPECT_EQ (instructionSets(), std::vector { InstructionSet::portable });

    setenv ("ELSEWHERE_SIMD", "avx2", 1);
    EXPECT_LE (bestInstructionSet(), InstructionSet::avx2);

    setenv ("ELSEWHERE_SIMD", "", 1);
    const auto best = bestInstructionSet();
    setenv ("ELSEWHERE_SIMD", "whatever", 1);
    EXPECT_EQ (bestInstructionSet(), best);

#if defined(__x86_64__)
    const auto hasAvx2 = __builtin_cpu_supports ("avx2") && __builtin_cpu_supports ("fma");
    EXPECT_EQ (best >= InstructionSet::avx2, hasAvx2);
    EXPECT_EQ (best == InstructionSet::avx512,
               hasAvx2 && __builtin_cpu_supports ("avx512f") && __builtin_cpu_supports ("avx512vl")
                   && __builtin_cpu_supports ("avx512dq"));
#else
    EXPECT_EQ (best, InstructionSet::portable);
#endif

    EXPECT_EQ (instructionSets().front(), InstructionSet::portable);
    EXPECT_EQ (instructionSets().back(), best);
    setenv ("ELSEWHERE_SIMD", kept.c_str(), 1);
}

} // namespace
} // namespace dsp
