// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Rule.h"

namespace analysis
{

/** Does the low end take over? The share of loudness below 2.5 Bark on the device, beside that of released
    masters on the same device; and how far the loudest note of the bass stands out, beside theirs. A device
    that booms with everything is no fault of the master. */
Judgement boomyBass (const Comparison& comparison);

} // namespace analysis
