// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled with AVX-512: see CMakeLists.txt. Nothing here runs before bestInstructionSet() has asked
// the processor.
#include "dsp/transform/StereoFftLoop.h"

#if defined(__x86_64__)

namespace dsp
{

StereoFftLoops avx512StereoFftLoops();

StereoFftLoops avx512StereoFftLoops() { return stereoFftLoopsHere; }

} // namespace dsp

#endif
