// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/FindingWords.h"

#include "report/Places.h"
#include "report/Sentences.h"

namespace app
{

std::string silencingKeyOf (const analysis::MergedFinding& finding)
{
    return (finding.isAboutTheMaster() ? "*:" : "") + std::string { ruleName (finding.rule) };
}

ui::FindingRow rowOf (const analysis::MergedFinding& finding,
                      const analysis::TranslationReport& report)
{
    const auto& worst = finding.worst;
    const auto places = report::placesOf (finding.devices, report);
    const auto times = report::timesOf (finding.ranges, report.seconds);
    ui::FindingRow row;
    row.severity = finding.severity;
    row.heading = ruleHeading (finding.rule);
    row.where = places + (places.empty() || times.empty() ? "" : ", ") + times;
    row.sentence = report::sentenceOf (finding, report);

    for (const auto& reason : { worst.remedy.sentence,
                                report::evidenceSentence (worst.evidence),
                                report::certaintySentence (worst) })
        if (! reason.empty())
            row.reasons.push_back (reason);

    for (const auto& range : finding.ranges)
        row.places.push_back ({ range.start, range.end });

    return row;
}

} // namespace app
