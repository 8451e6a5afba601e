// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Rule.h"

namespace analysis
{

/** Can the voice be followed? Without stems, the voice is what the two channels have in common from 200 Hz to
    5 kHz, where that is most of what sounds there: a snare or a lead in the middle counts as well, so this is
    never more than a note. Its audibility is the band-importance sum of ANSI S3.5 over the ratio of that to
    everything else, on the device less in Neutral: a difference, never a judgement of intelligibility. */
Judgement voiceBuried (const Comparison& comparison);

} // namespace analysis
