// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/ExitCode.h"
#include "cli/Interruption.h"
#include "cli/JsonOutput.h"
#include "cli/ProgressBar.h"
#include "cli/Table.h"
#include "cli/bench/Machine.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <ostream>
#include <set>

#include "bench/Races.h"

namespace cli
{

namespace
{

using units::Problem;
using units::Result;

struct Options
{
    std::string only;
    int rounds = 5;
    bool brief = false;
    std::string json;
    bool quiet = false;
};

/** What came of the races, and which could not be run. */
struct BenchReport
{
    std::vector<bench::Standing> standings;
    std::vector<Problem> missing; ///< each peer once
};

std::vector<bench::Race> racesFor (const Options& options)
{
    const auto length = options.brief ? bench::Length::brief : bench::Length::whole;
    auto races = bench::liveRaces (length, besideThisProgram ("elsewhere-juce-convolution"));
    std::ranges::move (bench::offlineRaces (length), std::back_inserter (races));
    std::erase_if (races, [&] (const bench::Race& race) {
        return race.name.find (options.only) == std::string::npos
               && race.peer.find (options.only) == std::string::npos;
    });
    return races;
}

Result<BenchReport> runAll (const std::vector<bench::Race>& races, int rounds, Console& console)
{
    BenchReport report;
    std::set<std::string> absent;
    ProgressBar bar { console, "Racing" };

    for (std::size_t i = 0; i < races.size(); ++i)
    {
        bar.show (static_cast<double> (i) / static_cast<double> (races.size()));
        auto standing = bench::run (races[i], rounds, [] { return ! wasInterrupted(); });

        if (standing)
            report.standings.push_back (*std::move (standing));
        else if (standing.problem().kind == Problem::Kind::interrupted)
            return standing.problem();
        else if (absent.insert (standing.problem().sentence()).second)
            report.missing.push_back (standing.problem());
    }

    return report;
}

files::Json jsonOf (const BenchReport& report)
{
    files::Json::Array results;
    files::Json::Array missing;

    for (const auto& standing : report.standings)
        results.emplace_back (files::Json::Object {
            { "case", standing.name },
            { "peer", standing.peer },
            { "ratio", standing.ratio() },
            { "spread", files::Json::Array { standing.lowest, standing.highest } },
            { "unit", standing.unit },
            { "oursSeconds", standing.ourSeconds },
            { "peerSeconds", standing.theirSeconds } });

    for (const auto& problem : report.missing)
        missing.emplace_back (problem.sentence());

    return files::Json::Object { { "schema", 1 },
                                 { "machine", machineName() },
                                 { "elsewhere", ELSEWHERE_VERSION },
                                 { "results", std::move (results) },
                                 { "missing", std::move (missing) } };
}

/** "1/3.4", as one says it; "1.2" where the peer is faster. */
std::string shareText (double ratio)
{
    return ratio < 1.0 ? "1/" + numberText (1.0 / ratio, 1) : numberText (ratio, 1);
}

std::string tableOf (const BenchReport& report)
{
    using Align = Table::Align;
    Table table { { Align::left, Align::left, Align::right, Align::right } };
    table.add ({ "WORK", "BESIDE", "OURS IS", "IN A ROUND" });

    for (const auto& standing : report.standings)
        table.add ({ standing.name,
                     standing.peer,
                     shareText (standing.ratio()),
                     shareText (standing.lowest) + " … " + shareText (standing.highest) });

    return table.text();
}

Result<int> perform (const Options& options, Console& console)
{
    const auto races = racesFor (options);

    if (races.empty())
        return Problem { Problem::Kind::invalidValue,
                         "--only " + options.only,
                         "There is no such work and no such peer.",
                         "Say a part of a name, such as live, offline, zita, JUCE or ffmpeg." };

    const auto report = runAll (races, options.rounds, console);

    if (! report)
        return report.problem();

    if (! options.json.empty())
        if (auto printed = printJson (jsonOf (*report), options.json, console); ! printed)
            return printed.problem();

    if (options.json != "-")
        console.out << machineName() << "\n\n" << tableOf (*report);

    for (const auto& problem : report->missing)
        console.remark ("Not raced: " + problem.sentence());

    if (options.json != "-" && console.chatter == Chatter::normal)
        console.out
            << "\n"
            << wrapped ("Processor time of all threads for the same work, ours as a part of the "
                        "peer's, taken in turn: the least of all rounds, and from round to round. "
                        "What is below 1/1 takes us less.",
                        console.columns);

    return static_cast<int> (ExitCode::done);
}

} // namespace

void addBench (CLI::App& app, Console& console, int& exitCode)
{
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand ("bench",
                                        "Race the convolvers of other programs on this machine");
    command
        ->add_option ("--only",
                      options->only,
                      "Only races whose work or peer has this in its name: live, zita, …")
        ->type_name ("TEXT");
    command->add_option ("--rounds", options->rounds, "How often each runs [5]")
        ->check (CLI::Range (1, 100))
        ->type_name ("N");
    command->add_flag (
        "--brief", options->brief, "A fraction of a second each: shows that all runs, no figures");
    command->add_option ("--json", options->json, "Write JSON to this file (- is stdout)")
        ->type_name ("FILE");
    command->add_flag ("-q,--quiet", options->quiet, "The table alone");
    command->footer ("Example:  elsewhere bench --only live");
    command->callback ([options, &console, &exitCode] {
        console.chatter = options->quiet ? Chatter::quiet : Chatter::normal;
        exitCode = conclude (perform (*options, console), console);
    });
}

} // namespace cli
