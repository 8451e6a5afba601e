// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Rule.h"

namespace analysis
{

/** Is the file itself sound? DC, clipped runs, drop-outs, a dead or inverted channel, how it begins and ends, silence, what a lossy encoder or another rate has left of its spectrum. */
Judgement fileFaults (const Comparison& comparison);

} // namespace analysis
