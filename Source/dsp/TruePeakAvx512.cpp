// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled with AVX-512: see CMakeLists.txt. Nothing here runs before bestInstructionSet() has asked
// the processor.
#include "dsp/TruePeakLoop.h"

#if defined(__x86_64__)

namespace dsp
{

TruePeakLoops avx512TruePeakLoops();

TruePeakLoops avx512TruePeakLoops() { return truePeakLoopsHere; }

} // namespace dsp

#endif
