// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Evidence.h"
#include "analysis/FindingPlot.h"
#include "analysis/RuleId.h"
#include "analysis/Severity.h"
#include "analysis/TimeRange.h"
#include "analysis/Treatment.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace analysis
{

/** From … to, in Hz. */
struct Band
{
    double lowHz = 20.0;
    double highHz = 20000.0;

    bool operator== (const Band&) const = default;
};

/** What would clear a finding. */
struct Remedy
{
    /** What the rule proposes, the gentlest first; the first that clears the finding is reported. Empty:
        only the mix can mend it. */
    std::vector<Treatment> proposals;

    /** One sentence: what was tried and what came of it, its cost named, or what to do, "untried". */
    std::string sentence;
    bool wasTried = false;
};

/** One rule's finding on one device, or on the master itself. */
struct Finding
{
    RuleId rule = RuleId::truePeak;

    /** Which of its rule's questions it answers ("bass"), where the rule asks several of one column. */
    std::string_view aspect {};

    Severity severity = Severity::note;
    std::string device = "*"; ///< id of the column; "*": the master itself
    std::vector<TimeRange> ranges;
    std::optional<Band> band;
    Spread spread = Spread::localized;
    Evidence evidence;
    double confidence = 1.0; ///< 0 … 1
    std::string summary;     ///< one sentence a musician understands, without the device's name
    Remedy remedy;
    std::optional<FindingPlot> plot; ///< what shows it, where the rule has something to show
};

/** Whether they answer the same question, on whatever device. */
inline bool areAlike (const Finding& one, const Finding& other)
{
    return one.rule == other.rule && one.aspect == other.aspect;
}

} // namespace analysis
