// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/TranslationAnalyzer.h"
#include "report/html/ReportHtml.h"

namespace cli
{

/** What the HTML report shows beside the findings: the waveform, and what the worst of them sound like.
    @param checked  by this analyzer */
units::Result<report::Exhibits> exhibitsOf (const analysis::Checked& checked,
                                            analysis::TranslationAnalyzer& analyzer);

} // namespace cli
