// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled with -mavx2 -mfma: see CMakeLists.txt. Nothing here runs before bestInstructionSet() has
// asked the processor.
#include "hearing/KWeightedLoop.h"

#if defined(__x86_64__)

namespace hearing
{

AddKWeighted avx2KWeighting();

AddKWeighted avx2KWeighting() { return addKWeighted; }

} // namespace hearing

#endif
