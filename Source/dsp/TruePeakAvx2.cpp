// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled with -mavx2 -mfma: see CMakeLists.txt. Nothing here runs before fastestHighestBetween()
// has asked the processor.
#include "dsp/TruePeakLoop.h"

#if defined(__x86_64__)

namespace dsp
{

HighestBetween avx2HighestBetween();

HighestBetween avx2HighestBetween() { return highestBetween; }

} // namespace dsp

#endif
