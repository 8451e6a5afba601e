// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Rule.h"

namespace analysis
{

/** What will streaming do to its level? Every service's target less the integrated loudness. Never more than a note: nothing breaks. */
Judgement serviceGain (const Comparison& comparison);

} // namespace analysis
