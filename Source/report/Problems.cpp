// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/Problems.h"

namespace report
{

namespace
{

bool isFact (const analysis::MergedFinding& finding)
{
    return finding.isAboutTheMaster() && finding.severity == analysis::Severity::note;
}

} // namespace

std::vector<analysis::MergedFinding> problemsOf (const analysis::TranslationReport& report)
{
    auto findings = mergedFindings (report);
    std::erase_if (findings, isFact);
    return findings;
}

std::vector<analysis::MergedFinding> factsFoundIn (const analysis::TranslationReport& report)
{
    auto findings = mergedFindings (report);
    std::erase_if (findings, [] (const analysis::MergedFinding& each) { return ! isFact (each); });
    return findings;
}

} // namespace report
