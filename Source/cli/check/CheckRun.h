// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/TranslationAnalyzer.h"
#include "cli/Console.h"
#include "cli/check/ResultLines.h"
#include "report/html/ReportHtml.h"

#include <filesystem>
#include <vector>

namespace cli
{

/** Whether what an HTML report shows is made too: it takes a second or two for each master. */
enum class WithExhibits
{
    no,
    yes
};

/** What came of the masters that could be checked, and why the others could not. */
struct CheckRun
{
    std::vector<report::Exhibits> masters;      ///< without exhibits, the reports alone
    std::vector<hearing::LoudnessCurve> curves; ///< of those that were checked now
    std::vector<units::Problem> problems;
    std::size_t numKnown = 0; ///< of the masters: taken from lines that were there

    std::vector<analysis::TranslationReport> reports() const;
};

/** Checks one master after the other, each on all threads of the analyzer. A file that cannot be used does
    not keep the others from being checked; an interruption does.
    @param lines  gets every report as soon as it is there, and spares what it has already; or nullptr */
units::Result<CheckRun> checkMasters (analysis::TranslationAnalyzer& analyzer,
                                      const std::vector<std::filesystem::path>& masters,
                                      WithExhibits exhibits,
                                      ResultLines* lines,
                                      const Console& console);

} // namespace cli
