// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Rule.h"

namespace analysis
{

/** Is its balance unusual? Long-term third octaves at the ear, where all masters are equally loud, beside those
    of released masters on the same device. A note, unless the norms are the user's own references. */
Judgement tonalOutlier (const Comparison& comparison);

} // namespace analysis
