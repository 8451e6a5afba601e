// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/TranslationAnalyzer.h"
#include "cli/Commands.h"
#include "cli/ExitCode.h"
#include "cli/Interruption.h"
#include "cli/JsonOutput.h"
#include "cli/ListenerFlags.h"
#include "cli/ProgressBar.h"
#include "cli/check/CheckColumns.h"
#include "library/LibraryLocation.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

namespace cli
{

namespace
{

struct Options
{
    std::vector<std::string> masters;
    std::vector<std::string> devices;
    std::string head;
    std::vector<std::string> libraries;
    std::size_t jobs = 0;
    bool quiet = false;
};

using units::Problem;
using units::Result;

Result<analysis::CheckRequest> requestOf (const Options& options,
                                          const library::Catalogue& catalogue)
{
    auto panel = checkColumns (options.devices, catalogue);

    if (! panel)
        return panel.problem();

    ListenerOptions listening;
    listening.head = options.head;
    auto listener = findListener (listening, catalogue);

    if (! listener)
        return listener.problem();

    return analysis::CheckRequest { std::move (panel->columns),
                                    std::move (*listener),
                                    options.jobs };
}

Result<int> perform (const Options& options, Console& console)
{
    const auto catalogue = library::readCatalogue (options.libraries);

    if (! catalogue)
        return catalogue.problem();

    auto request = requestOf (options, *catalogue);

    if (! request)
        return request.problem();

    const analysis::ReferenceNorms norms;
    analysis::TranslationAnalyzer analyzer { *catalogue, norms, std::move (*request) };
    ProgressBar bar { console, "Checking" };

    for (const auto& master : options.masters)
    {
        const auto checked = analyzer.check (master, [&bar] (double fraction) {
            bar.show (fraction);
            return wasInterrupted() ? monitoring::Continue::no : monitoring::Continue::yes;
        });

        if (! checked)
            return checked.problem();

        for (const auto& column : checked->report.columns)
            console.out << column.id << ": " << analysis::verdictName (column.verdict) << '\n';

        for (const auto& finding : checked->report.findings)
            console.out << analysis::ruleName (finding.rule) << ' '
                        << analysis::severityId (finding.severity) << ' ' << finding.device << ": "
                        << finding.summary << '\n';
    }

    return static_cast<int> (ExitCode::done);
}

} // namespace

void addCheck (CLI::App& app, Console& console, int& exitCode)
{
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand ("check",
                                        "Say what of a master will not survive, and where");
    command
        ->add_option ("master", options->masters, "Audio files: WAV, FLAC, AIFF, Ogg, Opus, MP3, …")
        ->required()
        ->type_name ("MASTER");
    command
        ->add_option ("--device",
                      options->devices,
                      "Device ids, also with noise (sedan-2002-front@car-80-kmh), panel, or all "
                      "[panel]")
        ->delimiter (',')
        ->allow_extra_args (false)
        ->type_name ("ID[,ID…]");
    command->add_option ("--head", options->head, "A SOFA file: the head to hear with");
    command->add_option ("--library", options->libraries, "Add a library folder (repeatable)")
        ->allow_extra_args (false);
    command->add_option ("--jobs", options->jobs, "Threads [as many as there are cores]");
    command->add_flag ("-q,--quiet", options->quiet, "Say nothing unless there is a problem");
    command->footer ("Example:  elsewhere check song.wav");
    command->callback ([options, &console, &exitCode] {
        console.chatter = options->quiet ? Chatter::quiet : Chatter::normal;
        const auto outcome = perform (*options, console);

        if (! outcome)
            console.complain (outcome.problem());

        exitCode = outcome ? *outcome : exitCodeOf (outcome.problem());
    });
}

} // namespace cli
