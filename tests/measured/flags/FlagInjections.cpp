// SPDX-License-Identifier: GPL-3.0-or-later
/*  Puts defects into released masters, asks the rules, and says how often they were right:

        flag_injections JOBS MASTER... > table.md

    The tables of docs/measured/flags.md. Masters are cut to 24 s, and tried as they are and limited to -14 and -9.5
    LUFS. Which masters are used to choose thresholds and which for the figures is up to the caller: by package, never
    by track.
*/
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <set>
#include <thread>

#include "measured/flags/Trials.h"

namespace
{

using namespace flags;

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

void printControls (std::span<const Control> controls, const Tally& tally)
{
    std::puts (
        "\n### Controls\n\n| what was done | rule | alarms | verdict changed |\n|---|---|---|---|");

    for (std::size_t i = 0; i < controls.size(); ++i)
        for (const auto& [rule, control] : tally.controls[i])
            std::printf ("| %s%s | `%s` | %s | %s |\n",
                         controls[i].name.c_str(),
                         controls[i].isSafe ? " (safe)" : "",
                         std::string (analysis::ruleName (rule)).c_str(),
                         withInterval (control.alarms).c_str(),
                         withInterval (control.changed).c_str());

    std::puts ("\n### Masters as they are\n\n| rule | warn or fail |\n|---|---|");

    for (const auto& [rule, count] : tally.anyWarn)
        std::printf ("| `%s` | %s |\n",
                     std::string (analysis::ruleName (rule)).c_str(),
                     withInterval (count).c_str());

    std::printf ("| any warn | %s |\n| any fail | %s |\n",
                 withInterval (tally.warned).c_str(),
                 withInterval (tally.failed).c_str());
}

} // namespace

int main (int argc, char** argv)
{
    if (argc < 3)
    {
        std::fputs ("flag_injections JOBS MASTER... > table.md\n", stderr);
        return 2;
    }

    const auto injections = fileInjections();
    const auto controls = fileControls();
    std::vector<std::optional<Tally>> tallies (static_cast<std::size_t> (argc));
    std::vector<std::string> packages (tallies.size());
    std::atomic<int> next { 2 };
    const auto work = [&] {
        for (int i = next++; i < argc; i = next++)
        {
            const auto excerpt = excerptOf (argv[i]);

            if (! excerpt)
            {
                std::fprintf (stderr, "left out: %s\n", excerpt.problem().sentence().c_str());
                continue;
            }

            packages[static_cast<std::size_t> (i)] = excerpt->package;
            tallies[static_cast<std::size_t> (i)] = tried (*excerpt, injections, controls);
            std::fprintf (stderr, "%d/%d %s\n", i - 1, argc - 2, argv[i]);
        }
    };
    std::vector<std::jthread> threads;

    for (int i = 0; i < std::max (1, std::atoi (argv[1])); ++i)
        threads.emplace_back (work);

    threads.clear();
    Tally all;
    std::map<std::string, int> perPackage;

    for (std::size_t i = 2; i < tallies.size(); ++i)
        if (tallies[i])
        {
            all.add (*tallies[i]);
            ++perPackage[packages[i]];
        }

    std::puts ("Masters:");

    for (const auto& [package, count] : perPackage)
        std::printf ("%s (%d) ", package.c_str(), count);

    std::puts ("");

    for (std::size_t i = 0; i < all.injections.size(); ++i)
        printInjection (injections[i], all.injections[i]);

    printControls (controls, all);
    return 0;
}
