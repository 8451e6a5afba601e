// SPDX-License-Identifier: GPL-3.0-or-later
/*  Puts defects into released masters, asks the rules, and says how often they were right:

        certify.py MASTER... > certified.txt
        flag_injections JOBS certified.txt [--alarms] MASTER... > table.md

    The tables of docs/measured/flags.md. Masters are cut to 24 s and tried as they are with the moderate dose; every
    sixth with all doses, and limited to -14 and -9.5 LUFS as well. With --alarms nothing is put into any. Which masters
    are used to choose thresholds and which for the figures is up to the caller: by package, never by track. SIGTERM ends it after the masters that are being tried,
    with the tables of those.
*/
#include <array>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <thread>

#include "measured/flags/Trials.h"

namespace
{

using namespace flags;

volatile std::sig_atomic_t isEnough = 0;

std::string place (double value)
{
    char text[32];
    std::snprintf (text, sizeof text, "%.2f", value);
    return text;
}

std::string dosesOf (const Injection& injection)
{
    std::string text;

    for (std::size_t dose = 0; dose < injection.doses.size(); ++dose)
    {
        char number[32];
        std::snprintf (number, sizeof number, "%g", injection.doses[dose]);
        text += (dose == 0 ? "" : " / ") + std::string (dose == injection.moderate ? "**" : "")
                + number + (dose == injection.moderate ? "**" : "");
    }

    return text + " " + injection.unit;
}

void printInjection (const Injection& injection, const InjectionTally& tally)
{
    std::printf ("\n### `%s`: %s\n\nDoses: %s (bold: from here on it must speak). As they are, %s "
                 "of the masters "
                 "raise this alarm. Monotone: %s. Place found (IoU ≥ 0.5) where 8 s of 24 have the "
                 "fourth dose: %s, "
                 "median IoU %s.\n\n",
                 std::string (analysis::ruleName (injection.rule)).c_str(),
                 injection.name.c_str(),
                 dosesOf (injection).c_str(),
                 withInterval (tally.alarms).c_str(),
                 withInterval (tally.monotone).c_str(),
                 injection.hasPlace ? withInterval (tally.placed).c_str() : "does not apply",
                 injection.hasPlace ? place (medianOf (tally.overlaps)).c_str() : "–");
    std::puts (
        "| dose | recall (masters in which it is silent, defect realised) | AUC |\n|---|---|---|");

    for (std::size_t dose = 0; dose < injection.doses.size(); ++dose)
        std::printf ("| %g | %s | %s |\n",
                     injection.doses[dose],
                     withInterval (tally.recall[dose]).c_str(),
                     place (areaUnderCurve (tally.scores[dose], tally.soundScores)).c_str());
}

void printRow (const std::string& what,
               std::span<const Alarms> variants,
               const std::function<Count (const Alarms&)>& countOf)
{
    std::printf ("| %s |", what.c_str());

    for (const auto& variant : variants)
        std::printf (" %s |", withInterval (countOf (variant)).c_str());

    std::puts ("");
}

void printAlarms (const char* title, std::span<const Alarms> variants)
{
    std::printf ("\n### %s\n\n| warn or fail |", title);

    for (const auto* name : variantNames)
        std::printf (" %s |", name);

    std::puts ("\n|---|---|---|---|");

    for (const auto& [rule, count] : variants.front().perRule)
        printRow ("`" + std::string (analysis::ruleName (rule)) + "`",
                  variants,
                  [rule = rule] (const Alarms& alarms) { return alarms.perRule.at (rule); });

    printRow ("any warn", variants, [] (const Alarms& alarms) { return alarms.warned; });
    printRow ("any fail", variants, [] (const Alarms& alarms) { return alarms.failed; });
}

void printControls (std::span<const Control> controls, const Tally& tally)
{
    std::puts (
        "\n### Controls\n\n| what was done | rule | alarms | verdict changed |\n|---|---|---|---|");

    for (std::size_t i = 0; i < tally.controls.size(); ++i)
        for (const auto& [rule, control] : tally.controls[i])
            std::printf ("| %s%s | `%s` | %s | %s |\n",
                         controls[i].name.c_str(),
                         controls[i].isSafe ? " (safe)" : "",
                         std::string (analysis::ruleName (rule)).c_str(),
                         withInterval (control.alarms).c_str(),
                         withInterval (control.changed).c_str());
}

/** The files that certify.py calls safe: "file" or "ear", a tab, the path. */
std::set<std::string> certifiedIn (const char* list)
{
    std::set<std::string> paths;
    std::ifstream file { list };

    for (std::string line; std::getline (file, line);)
        if (const auto tab = line.find ('\t');
            tab != std::string::npos && line.substr (0, tab) != "no")
            paths.insert (line.substr (tab + 1, line.find ('\t', tab + 1) - tab - 1));

    return paths;
}

/** What came of one master; nothing of one that cannot be tried. */
struct Tried
{
    std::string path;
    std::string package;
    std::optional<Tally> tally;
};

/** Several at a time, until it is enough. */
std::vector<Tried> triedMasters (std::span<char* const> paths, int jobs, bool onlyAlarms)
{
    const auto injections = fileInjections();
    const auto controls = fileControls();
    std::vector<Tried> all (paths.size());
    std::atomic<std::size_t> next { 0 };
    const auto work = [&] {
        for (auto i = next++; i < paths.size() && isEnough == 0; i = next++)
        {
            const auto excerpt = excerptOf (paths[i]);

            if (! excerpt)
            {
                std::fprintf (stderr, "left out: %s\n", excerpt.problem().sentence().c_str());
                continue;
            }

            constexpr std::size_t wholeEvery = 6;
            const auto thoroughness = onlyAlarms            ? Thoroughness::nothing
                                      : i % wholeEvery == 0 ? Thoroughness::whole
                                                            : Thoroughness::moderate;
            all[i] = { paths[i],
                       excerpt->package,
                       tried (*excerpt, thoroughness, injections, controls) };
            std::fprintf (stderr, "%zu/%zu %s\n", i + 1, paths.size(), paths[i]);
        }
    };
    std::vector<std::jthread> threads;

    for (int i = 0; i < std::max (1, jobs); ++i)
        threads.emplace_back (work);

    threads.clear();
    return all;
}

void printAll (std::span<const Tried> masters, const std::set<std::string>& certified)
{
    const auto injections = fileInjections();
    const auto controls = fileControls();
    Tally all;
    std::array<Alarms, numVariants> safe;
    std::map<std::string, int> perPackage;

    for (const auto& master : masters)
        if (master.tally)
        {
            all.add (*master.tally);
            ++perPackage[master.package];

            if (certified.contains (master.path))
                for (std::size_t variant = 0; variant < safe.size(); ++variant)
                    safe[variant].add (master.tally->alarms[variant]);
        }

    std::puts ("Masters:");

    for (const auto& [package, count] : perPackage)
        std::printf ("%s (%d) ", package.c_str(), count);

    std::puts ("");

    for (std::size_t i = 0; i < all.injections.size(); ++i)
        printInjection (injections[i], all.injections[i]);

    printControls (controls, all);
    printAlarms ("Masters as they are", all.alarms);
    printAlarms ("Masters certified to be safe", safe);
}

} // namespace

int main (int argc, char** argv)
{
    const bool onlyAlarms = argc > 3 && argv[3] == std::string_view { "--alarms" };
    const int firstMaster = onlyAlarms ? 4 : 3;

    if (argc <= firstMaster)
    {
        std::fputs ("flag_injections JOBS CERTIFIED [--alarms] MASTER... > table.md\n", stderr);
        return 2;
    }

    std::signal (SIGTERM, [] (int) { isEnough = 1; });
    const std::span arguments { argv, static_cast<std::size_t> (argc) };
    const auto masters = triedMasters (arguments.subspan (static_cast<std::size_t> (firstMaster)),
                                       std::atoi (argv[1]),
                                       onlyAlarms);
    printAll (masters, certifiedIn (argv[2]));
    return 0;
}
