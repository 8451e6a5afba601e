// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled with AVX-512: see CMakeLists.txt. Nothing here runs before bestInstructionSet() has asked
// the processor.
#include "dsp/transform/StereoProductLoop.h"

#if defined(__x86_64__)

namespace dsp
{

AddStereoProduct avx512StereoProduct (StereoPaths paths);

AddStereoProduct avx512StereoProduct (StereoPaths paths) { return stereoProductHere (paths); }

} // namespace dsp

#endif
