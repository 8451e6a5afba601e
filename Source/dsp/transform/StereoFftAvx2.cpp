// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled with -mavx2 -mfma: see CMakeLists.txt. Nothing here runs before bestInstructionSet() has
// asked the processor.
#include "dsp/transform/StereoFftLoop.h"

#if defined(__x86_64__)

namespace dsp
{

StereoFftLoops avx2StereoFftLoops();

StereoFftLoops avx2StereoFftLoops() { return stereoFftLoopsHere; }

} // namespace dsp

#endif
