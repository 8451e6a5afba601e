// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Rule.h"

namespace analysis
{

/** Will it clip after conversion? BS.1770 true peaks beside what AES TD1008 and the services ask for. Whether an encoder does clip is what codec-overs tries. */
Judgement truePeak (const Comparison& comparison);

} // namespace analysis
