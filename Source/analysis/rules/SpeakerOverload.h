// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Rule.h"

namespace analysis
{

/** Does the sub make the small speaker pump? By how much a limiter that is typical of this kind of device, not this very
    device's, is pressed down by what is below the device's corner. Never more than a warning. */
Judgement speakerOverload (const Comparison& comparison);

} // namespace analysis
