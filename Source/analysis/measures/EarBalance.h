// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/measures/EarLevels.h"

#include <cstddef>
#include <vector>

namespace analysis
{

/** Mean power over the whole programme in third octaves, over both ears, in dB SPL. */
hearing::ThirdOctaveLevels longTermThirdOctaves (const EarLevels& levels);

/** By how much each third octave stands out of its neighbours for three quarters of the time in which
    `counts`: of the level in dB less that of the two bands on either side, over both ears, the lower
    quartile. What a note or a hi-hat does for a while does not show; what is always there does. The two
    lowest and highest bands have 0. */
std::vector<double> steadyProminences (const EarLevels& levels, const std::vector<bool>& counts);

} // namespace analysis
