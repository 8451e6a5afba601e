// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/MasterVerdict.h"

#include <algorithm>

namespace analysis
{

Verdict verdictOn (const TranslationReport& report)
{
    Verdict worst = Verdict::pass;

    for (const auto& column : report.columns)
        worst = std::max (worst, column.verdict);

    for (const auto& finding : report.findings)
        worst = std::max (worst, verdictOf (finding.severity));

    return worst;
}

} // namespace analysis
