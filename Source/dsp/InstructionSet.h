// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace dsp
{

/** What the innermost loops are compiled for: each of them once for any machine of this
    architecture, and once for AVX2 with FMA where there is such a thing. */
enum class InstructionSet
{
    portable,
    avx2
};

/** The best that this very machine has; `portable` when the environment says ELSEWHERE_SIMD=portable,
    so that everything can be tried on any machine as older ones run it. Not on the audio thread. */
InstructionSet bestInstructionSet();

} // namespace dsp
