// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/MasterVerdict.h"
#include "analysis/TranslationAnalyzer.h"
#include "cli/Commands.h"
#include "cli/ExitCode.h"
#include "cli/Interruption.h"
#include "cli/JsonOutput.h"
#include "cli/ListenerFlags.h"
#include "cli/ProgressBar.h"
#include "cli/check/CheckColumns.h"
#include "library/CatalogueHash.h"
#include "library/LibraryLocation.h"
#include "report/CheckJson.h"
#include "report/CheckText.h"

#include <CLI/CLI.hpp>

#include <algorithm>
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
    std::string failOn = "fail";
    std::string json;
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

Result<analysis::Verdict> severityNamed (const std::string& word)
{
    for (const auto verdict :
         { analysis::Verdict::note, analysis::Verdict::warn, analysis::Verdict::fail })
        if (word == analysis::verdictId (verdict))
            return verdict;

    return Problem { Problem::Kind::invalidValue,
                     "--fail-on " + word,
                     "this is not understood.",
                     "Use note, warn or fail." };
}

/** Reports of the masters that could be checked, and why the others could not. */
struct Outcome
{
    std::vector<analysis::TranslationReport> reports;
    std::vector<Problem> problems;
};

Result<Outcome> checkAll (analysis::TranslationAnalyzer& analyzer,
                          const std::vector<std::string>& masters,
                          Console& console)
{
    Outcome outcome;
    ProgressBar bar { console, "Checking" };
    const double share = 1.0 / static_cast<double> (masters.size());

    for (std::size_t i = 0; i < masters.size(); ++i)
    {
        auto checked = analyzer.check (masters[i], [&] (double fraction) {
            bar.show (share * (static_cast<double> (i) + fraction));
            return wasInterrupted() ? monitoring::Continue::no : monitoring::Continue::yes;
        });

        if (checked)
            outcome.reports.push_back (std::move (checked->report));
        else if (checked.problem().kind == Problem::Kind::interrupted)
            return checked.problem();
        else
            outcome.problems.push_back (checked.problem());
    }

    return outcome;
}

/** 3 where a master could not be checked, else 1 where something was found that is that bad. */
int exitCodeOf (const Outcome& outcome, analysis::Verdict failOn, const Console& console)
{
    if (const int code = conclude (outcome.problems, console); code != ExitCode::done)
        return code;

    const bool isBad = std::ranges::any_of (outcome.reports, [failOn] (const auto& report) {
        return analysis::verdictOn (report) >= failOn;
    });
    return isBad ? ExitCode::findingsAtOrAbove : ExitCode::done;
}

Result<int> perform (const Options& options, Console& console)
{
    const auto failOn = severityNamed (options.failOn);

    if (! failOn)
        return failOn.problem();

    const auto catalogue = library::readCatalogue (options.libraries);

    if (! catalogue)
        return catalogue.problem();

    auto request = requestOf (options, *catalogue);

    if (! request)
        return request.problem();

    const analysis::ReferenceNorms norms;
    analysis::TranslationAnalyzer analyzer { *catalogue, norms, std::move (*request) };
    const auto outcome = checkAll (analyzer, options.masters, console);

    if (! outcome)
        return outcome.problem();

    if (! options.json.empty())
    {
        const auto json = report::checkJson (
            outcome->reports,
            { library::catalogueHash (*catalogue), ELSEWHERE_VERSION },
            outcome->problems);

        if (auto printed = printJson (json, options.json, console); ! printed)
            return printed.problem();
    }

    const report::TextStyle style { console.columns,
                                    console.outIsTerminal ? report::TextStyle::Ink::coloured
                                                          : report::TextStyle::Ink::plain };

    if (options.json != "-" && console.chatter == Chatter::normal)
        for (const auto& report : outcome->reports)
            console.out << report::checkText (report, style);

    return exitCodeOf (*outcome, *failOn, console);
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
    command->add_option (
        "--fail-on", options->failOn, "Exit with 1 from this severity on: note, warn, fail [fail]");
    command->add_option ("--json", options->json, "Write the report as JSON (- is stdout)");
    command->add_flag ("-q,--quiet", options->quiet, "Say nothing unless there is a problem");
    command->footer ("Example:  elsewhere check song.wav");
    command->callback ([options, &console, &exitCode] {
        console.chatter = options->quiet ? Chatter::quiet : Chatter::normal;
        const auto outcome = perform (*options, console);

        if (! outcome)
            console.complain (outcome.problem());

        exitCode = outcome ? *outcome : cli::exitCodeOf (outcome.problem());
    });
}

} // namespace cli
