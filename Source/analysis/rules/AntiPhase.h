// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Rule.h"

namespace analysis
{

/** Is it out of phase? The correlation of the channels, and of what they have below 300 Hz. */
Judgement antiPhase (const Comparison& comparison);

} // namespace analysis
