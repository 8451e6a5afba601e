// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Rule.h"
#include "analysis/TestMaster.h"

#include <algorithm>
#include <optional>

/** What rules about the master itself say of masters made up for tests. */
namespace analysis::test_master
{

inline Judgement judged (Judgement (*rule) (const Comparison&), const MasterMeasures& master)
{
    const ReferenceNorms norms;
    return rule ({ master, norms });
}

inline Judgement judged (Judgement (*rule) (const Comparison&), const dsp::AudioBuffer& master)
{
    return judged (rule, measured (master.block()));
}

inline double measure (const Judgement& judgement, std::string_view name)
{
    const auto found = std::ranges::find (judgement.measures, name, &Measure::name);
    return found == judgement.measures.end() ? std::nan ("") : found->value;
}

/** Of what is only a note: no alarm. */
inline bool isAlarm (const Judgement& judgement)
{
    return std::ranges::any_of (judgement.findings, [] (const Finding& finding) {
        return finding.severity != Severity::note;
    });
}

/** How well ranges meet the truth: what they have in common over what either has. */
inline double overlap (const std::vector<TimeRange>& found, const TimeRange& truth)
{
    double common = 0.0;

    for (const auto& range : found)
        common += std::max (0.0,
                            std::min (range.end, truth.end) - std::max (range.start, truth.start));

    return common / (totalLength (found) + truth.length() - common);
}

} // namespace analysis::test_master
