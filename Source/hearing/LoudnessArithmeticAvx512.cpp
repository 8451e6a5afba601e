// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled for Avx512: see CMakeLists.txt. Nothing here runs before fastestLoudnessArithmetic() has asked
// the processor.
#include "hearing/LoudnessLoops.h"

#if defined(__x86_64__)

namespace hearing
{

LoudnessArithmetic avx512LoudnessArithmetic();

LoudnessArithmetic avx512LoudnessArithmetic() { return loudnessLoops; }

} // namespace hearing

#endif
