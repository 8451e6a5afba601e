// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Rule.h"

namespace analysis
{

/** Does it hurt? Between 1.5 and 8 kHz, how far a band stands out all the time, and how sharp the sharpest
    twentieth of the time is (DIN 45692), both beside released masters on the same device. A note, unless the norms are the
    user's own references (docs/measured/flags-on-devices.md). */
Judgement harsh (const Comparison& comparison);

} // namespace analysis
