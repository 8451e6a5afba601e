// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Rule.h"

namespace analysis
{

/** Is it crushed? The true peak over 3 s less the short-term loudness (PSR), where the master is loudest. */
Judgement dynamics (const Comparison& comparison);

} // namespace analysis
