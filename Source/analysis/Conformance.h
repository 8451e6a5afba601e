// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace analysis
{

/** Goes up with any change that gives a mix of tests/conformance another verdict; every report has it.

    1  2026-11: the first rules.
    2  2026-11: small speakers at full volume, a car's noise after a measured car, DC under a window; a lost bass line is
       the master's fault without overtones only, a quiet part has drowned with a quarter of its loudness left.
    3  2026-11: no quiet part drowns where nearly all masters drown; peaks after ffmpeg's own AAC alone are a note; up to 0.1 dB
       over full scale are none between the samples.
    4  2026-11: no voice is buried where nearly all are; norms of the balance of popular recordings too; up to 0.5 % of DC is a
       note.
*/
constexpr int conformance = 4;

} // namespace analysis
