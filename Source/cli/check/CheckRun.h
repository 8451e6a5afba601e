// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/TranslationAnalyzer.h"
#include "cli/Console.h"
#include "report/html/ReportHtml.h"

#include <filesystem>
#include <functional>
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
    std::vector<report::Exhibits> masters; ///< without exhibits, the reports alone
    std::vector<units::Problem> problems;

    std::vector<analysis::TranslationReport> reports() const;
};

/** Checks one master after the other, each on all threads of the analyzer. A file that cannot be used does
    not keep the others from being checked; an interruption does.
    @param done  is told of every report as soon as it is there; its Problem ends the run */
units::Result<CheckRun>
checkMasters (analysis::TranslationAnalyzer& analyzer,
              const std::vector<std::filesystem::path>& masters,
              WithExhibits exhibits,
              const std::function<units::Result<void> (const analysis::TranslationReport&)>& done,
              const Console& console);

} // namespace cli
