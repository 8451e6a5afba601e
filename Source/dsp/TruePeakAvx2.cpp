// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled with -mavx2 -mfma: see CMakeLists.txt. Nothing here runs before fastestTruePeakLoops()
// has asked the processor.
#include "dsp/TruePeakLoop.h"

#if defined(__x86_64__)

namespace dsp
{

TruePeakLoops avx2TruePeakLoops();

TruePeakLoops avx2TruePeakLoops() { return truePeakLoopsHere; }

} // namespace dsp

#endif
