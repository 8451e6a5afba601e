// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled with -mavx2 -mfma: see CMakeLists.txt. Nothing here runs before fastestLoudnessArithmetic()
// has asked the processor.
#include "hearing/LoudnessLanes.h"

#if defined(__x86_64__)

namespace hearing
{

LoudnessArithmetic avx2LoudnessArithmetic();

LoudnessArithmetic avx2LoudnessArithmetic() { return loudnessArithmetic; }

} // namespace hearing

#endif
