// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Rule.h"

namespace analysis
{

/** Does the lossy encode clip? What came of really encoding and decoding the stretches with the highest peaks. Nothing
    is said where the analyzer could not try it. */
Judgement codecOvers (const Comparison& comparison);

} // namespace analysis
