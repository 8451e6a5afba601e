// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/check/CheckRun.h"

#include "cli/Interruption.h"
#include "cli/ProgressBar.h"
#include "cli/check/CheckExhibits.h"

namespace cli
{

namespace
{

using units::Problem;
using units::Result;

Result<report::Exhibits> checkOne (analysis::TranslationAnalyzer& analyzer,
                                   const std::filesystem::path& master,
                                   WithExhibits exhibits,
                                   const monitoring::Progress& progress)
{
    auto checked = analyzer.check (master, progress);

    if (! checked)
        return checked.problem();

    return exhibits == WithExhibits::yes ? exhibitsOf (*checked, analyzer)
                                         : report::Exhibits { std::move (checked->report), {}, {} };
}

std::string taskOf (std::size_t master, std::size_t count)
{
    return count == 1 ? "Checking"
                      : "Checking " + std::to_string (master + 1) + "/" + std::to_string (count);
}

} // namespace

std::vector<analysis::TranslationReport> CheckRun::reports() const
{
    std::vector<analysis::TranslationReport> all;

    for (const auto& master : masters)
        all.push_back (master.report);

    return all;
}

Result<CheckRun>
checkMasters (analysis::TranslationAnalyzer& analyzer,
              const std::vector<std::filesystem::path>& masters,
              WithExhibits exhibits,
              const std::function<Result<void> (const analysis::TranslationReport&)>& done,
              const Console& console)
{
    CheckRun run;

    for (std::size_t i = 0; i < masters.size(); ++i)
    {
        ProgressBar bar { console, taskOf (i, masters.size()) };
        auto checked = checkOne (analyzer, masters[i], exhibits, [&bar] (double fraction) {
            bar.show (fraction);
            return wasInterrupted() ? monitoring::Continue::no : monitoring::Continue::yes;
        });

        if (! checked)
        {
            if (checked.problem().kind == Problem::Kind::interrupted)
                return checked.problem();

            run.problems.push_back (checked.problem());
            continue;
        }

        if (auto told = done (checked->report); ! told)
            return told.problem();

        run.masters.push_back (*std::move (checked));
    }

    return run;
}

} // namespace cli
