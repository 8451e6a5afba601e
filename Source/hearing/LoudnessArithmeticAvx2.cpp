// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled for Avx2: see CMakeLists.txt. Nothing here runs before fastestLoudnessArithmetic() has asked
// the processor.
#include "hearing/LoudnessLoops.h"

#if defined(__x86_64__)

namespace hearing
{

LoudnessArithmetic avx2LoudnessArithmetic();

LoudnessArithmetic avx2LoudnessArithmetic() { return loudnessLoops; }

} // namespace hearing

#endif
