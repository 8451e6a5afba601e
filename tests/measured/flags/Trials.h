// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>

#include "measured/flags/Excerpt.h"
#include "measured/flags/Injection.h"
#include "measured/flags/Statistics.h"

namespace flags
{

/** What came of one injection, over all masters. */
struct InjectionTally
{
    std::array<Count, 5> recall; ///< of those realised, in masters in which the rule is silent
    std::array<std::vector<double>, 5> scores;
    std::vector<double> soundScores; ///< of the masters as they are
    Count alarms;                    ///< on the masters as they are
    Count monotone;
    std::vector<double> overlaps; ///< intersection over union of the place, at the moderate dose
    Count placed;                 ///< of those, at least one half

    void add (const InjectionTally& more);
};

struct ControlTally
{
    Count alarms;  ///< verdicts of warn or fail
    Count changed; ///< other than on the master itself
};

/** All of it. */
struct Tally
{
    std::vector<InjectionTally> injections;
    std::vector<std::map<analysis::RuleId, ControlTally>> controls;
    std::map<analysis::RuleId, Count> anyWarn; ///< on masters as they are
    Count warned;                              ///< by any rule
    Count failed;

    void add (const Tally& more);
};

/** The master as it is, and limited to −14 and −9.5 LUFS with true peaks up to −1 dBTP: every injection at every
    dose into the first, at the moderate dose into the others. */
Tally tried (const Excerpt& excerpt,
             std::span<const Injection> injections,
             std::span<const Control> controls);

} // namespace flags
