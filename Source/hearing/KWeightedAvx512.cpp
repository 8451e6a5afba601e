// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled with AVX-512: see CMakeLists.txt. Nothing here runs before bestInstructionSet() has asked
// the processor.
#include "hearing/KWeightedLoop.h"

#if defined(__x86_64__)

namespace hearing
{

AddKWeighted avx512KWeighting();

AddKWeighted avx512KWeighting() { return addKWeighted; }

} // namespace hearing

#endif
