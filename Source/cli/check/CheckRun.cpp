// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/check/CheckRun.h"

#include "cli/ProgressBar.h"
#include "cli/check/CheckExhibits.h"

namespace cli
{

namespace
{

using units::Problem;
using units::Result;

/** Checks one master and adds it to the run; plots are kept only for who shows them. */
Result<void> checkOne (analysis::TranslationAnalyzer& analyzer,
                       const std::filesystem::path& master,
                       WithExhibits wanted,
                       const monitoring::Progress& progress,
                       CheckRun& run)
{
    auto checked = analyzer.check (master, progress);

    if (! checked)
        return checked.problem();

    auto exhibits = wanted == WithExhibits::yes
                        ? exhibitsOf (*checked, analyzer)
                        : report::Exhibits { std::move (checked->report), {}, {} };

    if (! exhibits)
        return exhibits.problem();

    for (auto& finding : exhibits->report.findings)
        if (wanted == WithExhibits::no)
            finding.plot.reset();

    run.masters.push_back (*std::move (exhibits));
    run.curves.push_back (std::move (checked->master.curve));
    return {};
}

/** Adds what came of a master, the latest of the run, to the lines. */
Result<void>
tell (ResultLines* lines, const Result<void>& done, const CheckRun& run, const Console& console)
{
    if (lines == nullptr)
        return {};

    return done ? lines->add (run.masters.back().report, console)
                : lines->add (done.problem(), console);
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

Result<CheckRun> checkMasters (analysis::TranslationAnalyzer& analyzer,
                               const std::vector<std::filesystem::path>& masters,
                               WithExhibits exhibits,
                               ResultLines* lines,
                               const Console& console)
{
    CheckRun run;

    for (std::size_t i = 0; i < masters.size(); ++i)
    {
        if (auto known = lines != nullptr ? lines->known (masters[i]) : std::nullopt)
        {
            run.masters.push_back ({ *std::move (known), {}, {} });
            ++run.numKnown;
            continue;
        }

        ProgressBar bar { console, taskOf (i, masters.size()) };
        const auto done = checkOne (analyzer, masters[i], exhibits, bar.progress(), run);

        if (! done && done.problem().kind == Problem::Kind::interrupted)
            return done.problem();

        if (! done)
            run.problems.push_back (done.problem());

        if (auto told = tell (lines, done, run, console); ! told)
            return told.problem();
    }

    return run;
}

} // namespace cli
