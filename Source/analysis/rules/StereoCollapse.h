// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Rule.h"

namespace analysis
{

/** Does the image lose something? What sounds on one side only or out of phase, above 300 Hz, and is at least a
    tenth of the loudness in Neutral: how much of its loudness the device's fold leaves (docs/decisions/0137). That a small device is
    narrower or duller is no fault of the master and is not told. */
Judgement stereoCollapse (const Comparison& comparison);

} // namespace analysis
