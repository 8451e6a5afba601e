// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/MasterVerdict.h"
#include "analysis/TranslationAnalyzer.h"
#include "cli/Commands.h"
#include "cli/ExitCode.h"
#include "cli/JsonOutput.h"
#include "cli/ListenerFlags.h"
#include "cli/check/CheckColumns.h"
#include "cli/check/CheckRun.h"
#include "files/OutputFile.h"
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
    std::string html;
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

/** 3 where a master could not be checked, else 1 where something was found that is that bad. */
int exitCodeOf (const CheckRun& run, analysis::Verdict failOn, const Console& console)
{
    if (const int code = conclude (run.problems, console); code != ExitCode::done)
        return code;

    const bool isBad = std::ranges::any_of (run.masters, [failOn] (const auto& master) {
        return analysis::verdictOn (master.report) >= failOn;
    });
    return isBad ? ExitCode::findingsAtOrAbove : ExitCode::done;
}

Result<void> writeReports (const CheckRun& run,
                           const report::CheckOrigin& origin,
                           const Options& options,
                           Console& console)
{
    if (! options.html.empty())
        if (auto written = files::writeText (
                options.html, report::reportHtml (run.masters, origin), files::Overwrite::allow);
            ! written)
            return written.problem();

    return options.json.empty()
               ? Result<void> {}
               : printJson (
                   report::checkJson (run.reports(), origin, run.problems), options.json, console);
}

void printReports (const CheckRun& run, const Console& console)
{
    const report::TextStyle style { console.columns,
                                    console.outIsTerminal ? report::TextStyle::Ink::coloured
                                                          : report::TextStyle::Ink::plain };

    for (const auto& master : run.masters)
        console.out << report::checkText (master.report, style);
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
    const std::vector<std::filesystem::path> masters (options.masters.begin(),
                                                      options.masters.end());
    const auto run = checkMasters (
        analyzer,
        masters,
        options.html.empty() ? WithExhibits::no : WithExhibits::yes,
        [] (const analysis::TranslationReport&) { return Result<void> {}; },
        console);

    if (! run)
        return run.problem();

    const report::CheckOrigin origin { library::catalogueHash (*catalogue), ELSEWHERE_VERSION };

    if (auto written = writeReports (*run, origin, options, console); ! written)
        return written.problem();

    if (options.json != "-" && console.chatter == Chatter::normal)
        printReports (*run, console);

    return exitCodeOf (*run, *failOn, console);
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
    command->add_option (
        "--html", options->html, "Write the report as one page: what is lost can be heard in it");
    command->add_flag ("-q,--quiet", options->quiet, "Say nothing unless there is a problem");
    command->footer ("Example:  elsewhere check song.wav --html song.html");
    command->callback ([options, &console, &exitCode] {
        console.chatter = options->quiet ? Chatter::quiet : Chatter::normal;
        const auto outcome = perform (*options, console);

        if (! outcome)
            console.complain (outcome.problem());

        exitCode = outcome ? *outcome : cli::exitCodeOf (outcome.problem());
    });
}

} // namespace cli
