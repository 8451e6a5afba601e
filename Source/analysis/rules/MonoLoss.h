// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Rule.h"

namespace analysis
{

/** Does anything vanish on one speaker? What a fold to mono leaves of each band of the ear, where it sounds, and of the whole. Unrelated channels lose 3 dB, which is no fault. */
Judgement monoLoss (const Comparison& comparison);

} // namespace analysis
