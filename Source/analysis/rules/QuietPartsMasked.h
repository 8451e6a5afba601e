// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Rule.h"

namespace analysis
{

/** Do the quiet parts drown? In columns with noise: the loudness that is left of the programme beside it,
    over two seconds. The first and the last twentieth and fades do not count. Noise comes to the ear
    as if nothing were worn, as monitoring::NoiseBed has it. */
Judgement quietPartsMasked (const Comparison& comparison);

} // namespace analysis
