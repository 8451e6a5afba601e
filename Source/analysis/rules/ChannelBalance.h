// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Rule.h"

namespace analysis
{

/** Does it lean? How much louder one channel is than the other, on the whole and for a while. */
Judgement channelBalance (const Comparison& comparison);

} // namespace analysis
