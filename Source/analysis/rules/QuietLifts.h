// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/MasterMeasures.h"
#include "analysis/TimeRange.h"
#include "analysis/Treatment.h"

#include <vector>

namespace analysis
{

/** Lifts of what is as quiet as these ranges are, the gentlest first: the softer half of them by 6 dB, by 12 dB. Empty of silence. */
std::vector<Treatment> quietLifts (const MasterMeasures& master,
                                   const std::vector<TimeRange>& where);

} // namespace analysis
