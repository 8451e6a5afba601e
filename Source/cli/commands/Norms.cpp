// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/NormsFile.h"
#include "analysis/TranslationAnalyzer.h"
#include "cli/AudioPaths.h"
#include "cli/Commands.h"
#include "cli/ExitCode.h"
#include "cli/Interruption.h"
#include "cli/ListenerFlags.h"
#include "cli/ProgressBar.h"
#include "cli/check/CheckColumns.h"
#include "files/OutputFile.h"
#include "library/LibraryLocation.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

namespace cli
{

namespace
{

using units::Problem;
using units::Result;

struct Options
{
    std::vector<std::string> masters;
    std::vector<std::string> devices;
    std::vector<std::string> libraries;
    std::string output;
    std::string origin;
    std::size_t jobs = 0;
    bool force = false;
    bool quiet = false;
};

Result<std::vector<std::filesystem::path>> filesOf (const std::vector<std::string>& named)
{
    std::vector<std::filesystem::path> all;

    for (const auto& name : named)
    {
        const auto files = audioFilesOf (name);

        if (! files)
            return files.problem();

        all.insert (all.end(), files->begin(), files->end());
    }

    return all;
}

/** Reports of the masters that could be measured; the others are complained about. */
Result<std::vector<analysis::TranslationReport>>
measure (const std::vector<std::filesystem::path>& masters,
         const library::Catalogue& catalogue,
         analysis::CheckRequest request,
         Console& console)
{
    const analysis::ReferenceNorms none;
    analysis::TranslationAnalyzer analyzer { catalogue, none, std::move (request) };
    std::vector<analysis::TranslationReport> reports;
    ProgressBar bar { console, "Measuring" };
    const double share = 1.0 / static_cast<double> (masters.size());

    for (std::size_t i = 0; i < masters.size(); ++i)
    {
        auto checked = analyzer.check (masters[i], [&] (double fraction) {
            bar.show (share * (static_cast<double> (i) + fraction));
            return wasInterrupted() ? monitoring::Continue::no : monitoring::Continue::yes;
        });

        if (checked)
            reports.push_back (std::move (checked->report));
        else if (checked.problem().kind == Problem::Kind::interrupted)
            return checked.problem();
        else
            console.complain (checked.problem());
    }

    return reports;
}

Result<int> perform (const Options& options, Console& console)
{
    const auto catalogue = library::readCatalogue (options.libraries);

    if (! catalogue)
        return catalogue.problem();

    auto panel = checkColumns (options.devices, *catalogue);

    if (! panel)
        return panel.problem();

    auto listener = findListener ({}, *catalogue);

    if (! listener)
        return listener.problem();

    const auto masters = filesOf (options.masters);

    if (! masters)
        return masters.problem();

    const auto reports = measure (
        *masters,
        *catalogue,
        { std::move (panel->columns), std::move (*listener), options.jobs },
        console);

    if (! reports)
        return reports.problem();

    auto norms = analysis::buildNorms (*reports);

    if (! options.origin.empty())
        norms.origin = options.origin;

    if (auto written = files::writeText (options.output,
                                         analysis::writeNorms (norms),
                                         options.force ? files::Overwrite::allow
                                                       : files::Overwrite::refuse);
        ! written)
        return written.problem();

    if (! options.quiet)
        console.out << options.output << ": norms of " << reports->size() << " masters\n";

    return static_cast<int> (reports->size() == masters->size() ? ExitCode::done
                                                                : ExitCode::unusableInput);
}

} // namespace

void addNorms (CLI::App& app, Console& console, int& exitCode)
{
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand ("norms",
                                        "Learn from masters what is usual on every device");
    command->add_option ("master", options->masters, "Audio files and folders of them")
        ->required()
        ->type_name ("FILE");
    command->add_option ("-o,--output", options->output, "The file of norms to be made (JSON)")
        ->required()
        ->type_name ("FILE");
    command->add_option ("--origin", options->origin, "What these masters are, in words");
    command->add_option ("--device", options->devices, "Device ids, panel, or all [panel]")
        ->delimiter (',')
        ->allow_extra_args (false)
        ->type_name ("ID[,ID…]");
    command->add_option ("--library", options->libraries, "Add a library folder (repeatable)")
        ->allow_extra_args (false);
    command->add_option ("--jobs", options->jobs, "Threads [as many as there are cores]");
    command->add_flag ("--force", options->force, "Replace the file when it exists");
    command->add_flag ("-q,--quiet", options->quiet, "Say nothing unless there is a problem");
    command->footer ("Example:  elsewhere norms references/ -o references.json");
    command->callback ([options, &console, &exitCode] {
        console.chatter = options->quiet ? Chatter::quiet : Chatter::normal;
        const auto outcome = perform (*options, console);

        if (! outcome)
            console.complain (outcome.problem());

        exitCode = outcome ? *outcome : exitCodeOf (outcome.problem());
    });
}

} // namespace cli
