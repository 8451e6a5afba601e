// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/MasterMeasures.h"

#include <string>
#include <vector>

namespace analysis
{

/** Which windows of 0.4 s (window n begins at n / hopsPerSecond) a rule may judge: those above −70 LUFS
    that are at most 20 LU softer than the whole. None of a silent master. */
std::vector<bool> soundingHops (const MasterMeasures& master);

/** Why a rule that compares left and right can say nothing of this master; empty where it can. */
std::string whyNotStereo (const MasterMeasures& master);

} // namespace analysis
