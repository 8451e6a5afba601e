// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/MasterVerdict.h"
#include "analysis/TranslationAnalyzer.h"
#include "cli/Commands.h"
#include "cli/ExitCode.h"
#include "cli/ListenerFlags.h"
#include "cli/check/CheckColumns.h"
#include "cli/check/CheckNorms.h"
#include "cli/check/CheckReports.h"
#include "cli/check/MastersToCheck.h"
#include "library/CatalogueHash.h"
#include "library/LibraryLocation.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace cli
{

namespace
{

struct Options
{
    std::vector<std::string> masters;
    std::vector<std::string> devices;
    std::string head;
    WantedNorms norms;
    std::vector<std::string> libraries;
    std::size_t jobs = 0;
    std::string failOn = "fail";
    std::string json;
    std::string jsonLines;
    std::string html;
    std::string baseline;
    bool onlyNew = false;
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
                                    options.jobs,
                                    analysis::Remedies::tried,
                                    analysis::Codecs::tried };
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

/** The worst that is said of a master, or only of what its revision broke or made worse. */
analysis::Verdict verdictOf (const report::Exhibits& master, const Options& options)
{
    if (! options.onlyNew || ! master.revision)
        return analysis::verdictOn (master.report);

    auto worst = analysis::Verdict::pass;

    for (const auto* findings : { &master.revision->broke, &master.revision->worse })
        for (const auto& finding : *findings)
            worst = std::max (worst, analysis::verdictOf (finding.severity));

    return worst;
}

/** 3 where a master could not be checked, else 1 where something was found that is that bad. */
int exitCodeOf (const CheckRun& run, const Options& options, const Console& console)
{
    if (const int code = conclude (run.problems, console); code != ExitCode::done)
        return code;

    const auto failOn = *severityNamed (options.failOn);
    const bool isBad = std::ranges::any_of (
        run.masters, [&] (const auto& master) { return verdictOf (master, options) >= failOn; });
    return isBad ? ExitCode::findingsAtOrAbove : ExitCode::done;
}

Result<std::optional<ResultLines>> linesOf (const Options& options,
                                            const report::CheckOrigin& origin,
                                            const analysis::CheckRequest& request)
{
    if (options.jsonLines.empty())
        return std::optional<ResultLines> {};

    std::vector<std::string> ids;

    for (const auto& column : request.columns)
        ids.push_back (column.id());

    auto lines = ResultLines::open (options.jsonLines, origin, std::move (ids));

    if (! lines)
        return lines.problem();

    return std::optional { *std::move (lines) };
}

/** Nothing where there is no baseline. */
Result<std::optional<report::WrittenCheck>> baselineOf (const Options& options)
{
    if (options.baseline.empty())
        return std::optional<report::WrittenCheck> {};

    const auto json = files::readJson (options.baseline);

    if (! json)
        return json.problem();

    auto written = report::readCheckJson (*json, options.baseline);

    if (! written)
        return written.problem();

    return std::optional { *std::move (written) };
}

/** Compares, writes and prints; the exit code is what is left to say. */
Result<int> tell (CheckStory story,
                  const MastersToCheck& masters,
                  const std::optional<report::WrittenCheck>& baseline,
                  const Options& options,
                  Console& console)
{
    std::ranges::copy (masters.problems, std::back_inserter (story.run.problems));

    if (masters.areAnAlbum())
        story.album = albumOf (story.run);

    if (baseline)
        for (const auto& file : compareWith (*baseline, story.run))
            console.remark (options.baseline + " has no report on " + file + ".");

    if (story.run.numKnown != 0)
        console.remark (std::to_string (story.run.numKnown) + " of "
                        + std::to_string (masters.files.size()) + " were in " + options.jsonLines
                        + " already.");

    const ReportPlaces places { options.json, options.html };

    if (auto written = writeReports (story, places, console); ! written)
        return written.problem();

    if (options.json != "-" && options.jsonLines != "-" && console.chatter == Chatter::normal)
        printReports (story, places, console);

    return exitCodeOf (story.run, options, console);
}

Result<int> perform (const Options& options, Console& console)
{
    if (const auto failOn = severityNamed (options.failOn); ! failOn)
        return failOn.problem();

    const auto catalogue = library::readCatalogue (options.libraries);

    if (! catalogue)
        return catalogue.problem();

    auto request = requestOf (options, *catalogue);

    if (! request)
        return request.problem();

    const auto baseline = baselineOf (options);

    if (! baseline)
        return baseline.problem();

    CheckStory story { {}, { library::catalogueHash (*catalogue), ELSEWHERE_VERSION }, {} };
    auto lines = linesOf (options, story.origin, *request);

    if (! lines)
        return lines.problem();

    const auto norms = checkNorms (options.norms, *catalogue, *request, console);

    if (! norms)
        return norms.problem();

    analysis::TranslationAnalyzer analyzer { *catalogue, *norms, std::move (*request) };
    const auto masters = mastersToCheck (options.masters);
    auto run = checkMasters (analyzer,
                             masters.files,
                             options.html.empty() ? WithExhibits::no : WithExhibits::yes,
                             *lines ? &**lines : nullptr,
                             console);

    if (! run)
        return run.problem();

    story.run = *std::move (run);
    return tell (std::move (story), masters, *baseline, options, console);
}

} // namespace

void addCheck (CLI::App& app, Console& console, int& exitCode)
{
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand ("check",
                                        "Say what of a master will not survive, and where");
    command
        ->add_option ("master",
                      options->masters,
                      "Audio files (WAV, FLAC, AIFF, Ogg, Opus, MP3, …), folders, playlists (.m3u)")
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
    command
        ->add_option ("--norms",
                      options->norms.file,
                      "Compare with your own masters: a file that elsewhere norms made")
        ->type_name ("FILE");
    command
        ->add_option ("--reference",
                      options->norms.references,
                      "Compare with these masters, folders or playlists, measured now; put it last")
        ->excludes ("--norms")
        ->type_name ("FILE");
    command->add_option ("--library", options->libraries, "Add a library folder (repeatable)")
        ->allow_extra_args (false);
    command->add_option ("--jobs", options->jobs, "Threads [as many as there are cores]");
    command->add_option (
        "--fail-on", options->failOn, "Exit with 1 from this severity on: note, warn, fail [fail]");
    command->add_option ("--json", options->json, "Write the report as JSON (- is stdout)");
    command->add_option (
        "--json-lines",
        options->jsonLines,
        "Add each master's report to this file as a line; what is in it already is "
        "not checked again (- is stdout)");
    command->add_option (
        "--html", options->html, "Write the report as one page: what is lost can be heard in it");
    auto* baseline = command->add_option (
        "--baseline",
        options->baseline,
        "A report of --json: say what this revision fixed and broke");
    command
        ->add_flag ("--only-new",
                    options->onlyNew,
                    "Exit with 1 only for what this revision broke or made worse")
        ->needs (baseline);
    command->add_flag ("-q,--quiet", options->quiet, "Say nothing unless there is a problem");
    command->footer ("Example:  elsewhere check song.wav --html song.html");
    command->callback ([options, &console, &exitCode] {
        console.chatter = options->quiet ? Chatter::quiet : Chatter::normal;
        exitCode = conclude (perform (*options, console), console);
    });
}

} // namespace cli
