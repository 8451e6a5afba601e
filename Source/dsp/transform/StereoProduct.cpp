// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/transform/StereoProduct.h"

#include "dsp/transform/StereoProductLoop.h"
#include "units/Precondition.h"

namespace dsp
{

#if defined(__x86_64__)

AddStereoProduct avx2StereoProduct (StereoPaths paths);   // StereoProductAvx2.cpp
AddStereoProduct avx512StereoProduct (StereoPaths paths); // StereoProductAvx512.cpp

AddStereoProduct stereoProductFor (StereoPaths paths, InstructionSet instructions)
{
    PRECONDITION (paths.live != 0);
    return ofInstructionSet (
        instructions,
        stereoProductHere (paths),
        [paths] { return avx2StereoProduct (paths); },
        [paths] { return avx512StereoProduct (paths); });
}

#else

AddStereoProduct stereoProductFor (StereoPaths paths, InstructionSet)
{
    PRECONDITION (paths.live != 0);
    return stereoProductHere (paths);
}

#endif

} // namespace dsp
