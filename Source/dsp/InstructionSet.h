// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace dsp
{

/** What the innermost loops are compiled for, the better the later: each of them once for any machine of
    this architecture, once for AVX2 with FMA, and once for AVX-512 (F, VL and DQ), which above all has
    twice as many registers. */
enum class InstructionSet
{
    portable,
    avx2,
    avx512
};

/** The best that this very machine has, but none better than the environment says: with
    ELSEWHERE_SIMD=portable or =avx2 everything can be tried as older machines run it. Not on the audio
    thread. */
InstructionSet bestInstructionSet();

/** All that bestInstructionSet() allows, from the portable one up. */
std::vector<InstructionSet> instructionSets();

/** That of three which was compiled for a set. Only that one is asked for: the functions that give the others
    are compiled for machines which this may not be. */
template <typename Compiled, typename GiveAvx2, typename GiveAvx512>
Compiled ofInstructionSet (InstructionSet set, Compiled portable, GiveAvx2 avx2, GiveAvx512 avx512)
{
    if (set == InstructionSet::portable)
        return portable;

    return set == InstructionSet::avx2 ? avx2() : avx512();
}

} // namespace dsp
