// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled with -mavx2 -mfma: see CMakeLists.txt. Nothing here runs before fastestArithmetic() has
// asked the processor.
#include "dsp/SpectralProductLoop.h"

#if defined(__x86_64__)

namespace dsp
{

SpectralArithmetic avx2Arithmetic();

SpectralArithmetic avx2Arithmetic() { return arithmetic; }

} // namespace dsp

#endif
