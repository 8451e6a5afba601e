// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/TranslationReport.h"

#include <string>
#include <vector>

namespace analysis
{

/** What one rule found, over all the columns it found it on: what a person wants to hear once. */
struct MergedFinding
{
    RuleId rule = RuleId::truePeak;
    Severity severity = Severity::note; ///< the worst
    std::vector<std::string>
        devices; ///< ids of the columns it is that bad on, in the report's order
    std::vector<std::string> milder; ///< and of those where it is less bad
    std::vector<TimeRange> ranges;   ///< of those in `devices`, joined
    Spread spread = Spread::localized;
    Finding worst; ///< whose words, numbers and plot stand for all

    /** Of the file, and so on every device. */
    bool isAboutTheMaster() const { return devices.size() == 1 && devices[0] == "*"; }
};

/** One for every rule that found something on devices, and one for every finding about the master itself;
    first what matters most: by severity, then by the number of devices and how sure it is. */
std::vector<MergedFinding> mergedFindings (const TranslationReport& report);

} // namespace analysis
