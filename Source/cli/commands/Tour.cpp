// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Interruption.h"
#include "cli/ListenerFlags.h"
#include "cli/ProgressBar.h"
#include "cli/Table.h"
#include "cli/audition/Audition.h"
#include "cli/demo/DemoFile.h"
#include "cli/tour/BandLosses.h"
#include "cli/tour/TourStops.h"
#include "library/LibraryLocation.h"

#include <CLI/CLI.hpp>

#include <cmath>
#include <memory>
#include <ostream>

namespace cli
{

namespace
{

struct Options
{
    std::string output = "elsewhere-tour";
    std::string headphones;
};

using units::Result;

// A difference that most listeners would not notice in one band of a whole mix.
constexpr double hardlyDifferentDb = 1.0;

Result<AuditionReport> render (const Options& options,
                               const std::filesystem::path& song,
                               const library::Catalogue& catalogue,
                               Console& console)
{
    AuditionRequest request;
    request.masters = { song };
    request.subjects = tourStops (catalogue);
    request.output = { std::filesystem::path { options.output } / "",
                       files::Encoding::wav24,
                       files::Overwrite::allow };
    auto listener = findListener ({ "headphones", options.headphones, "", "" }, catalogue);

    if (! listener)
        return listener.problem();

    request.listener = std::move (*listener);
    ProgressBar bar { console, "Rendering the tour" };
    return audition (request, catalogue, [&bar] (double fraction) {
        bar.show (fraction);
        return wasInterrupted() ? monitoring::Continue::no : monitoring::Continue::yes;
    });
}

std::string differenceCell (double difference)
{
    if (std::abs (difference) < hardlyDifferentDb)
        return "·";

    return (difference > 0.0 ? "+" : "") + numberText (difference, 0);
}

/** Level, loudness, and per band how each stop differs from Neutral once both are equally loud. */
Result<std::string> lossTable (const AuditionReport& report)
{
    using Align = Table::Align;
    std::vector<Align> columns (3 + namedBands.size(), Align::right);
    columns.front() = Align::left;
    Table table { columns };

    std::vector<std::string> names { "heard on", "level", "loudness" };
    std::vector<std::string> ranges { "", "dB", "phon" };

    for (const auto& band : namedBands)
    {
        names.emplace_back (band.name);
        ranges.push_back (numberText (band.lowHz, 0) + "-" + numberText (band.highHz, 0));
    }

    table.add (names);
    table.add (ranges);

    const auto neutral = bandSums (report.rows[1].file);

    if (! neutral)
        return neutral.problem();

    for (const auto& row : report.rows)
    {
        const auto sums = bandSums (row.file);

        if (! sums)
            return sums.problem();

        std::vector<std::string> cells { row.subject,
                                         numberText (-row.matchDb, 1),
                                         numberText (row.loudness ? row.loudness->phonMatched : NAN,
                                                     1) };

        for (std::size_t b = 0; b < namedBands.size(); ++b)
            cells.push_back (differenceCell ((*sums)[b] - (*neutral)[b]));

        table.add (std::move (cells));
    }

    return table.text ("  ");
}

void explain (const Options& options,
              const AuditionReport& report,
              const std::string& table,
              Console& console)
{
    console.out
        << "\n"
        << table << "\n"
        << wrapped (
               "level: how much louder the device makes this song than the file is, before "
               "matching. loudness: to the ear, each as loud as Untouched at the level at which "
               "such a device is usually heard. The bands, in Hz: dB more or less than "
               "Neutral; a dot is less than 1 dB.",
               console.columns,
               "  ")
        << "\nHow to listen\n"
        << wrapped (
               "Put your headphones on, switch off every other correction, and open the files "
               "in "
                   + options.output
                   + " one after the other: first Untouched, then Neutral, "
                     "then a device, and back to Neutral. They are equally loud: what changes is "
                     "the sound.",
               console.columns,
               "  ")
        << wrapped ("Your own song: elsewhere audition song.wav --device phone-typical,neutral "
                    "--headphones ID -o heard/",
                    console.columns,
                    "  ")
        << wrapped ("All devices: elsewhere devices", console.columns, "  ") << "\n";

    for (const auto& note : report.notes)
        console.out << listItem (note, console.columns);
}

Result<void> perform (const Options& options, Console& console)
{
    const auto catalogue = library::readCatalogue ({});

    if (! catalogue)
        return catalogue.problem();

    console.out << wrapped ("The tour of Elsewhere. It renders files into the folder "
                                + options.output
                                + "; nothing is played. Thirty seconds of music, as it is, in a "
                                  "good room, and on one device of each kind.",
                            console.columns)
                << std::flush;

    std::error_code error;
    std::filesystem::create_directories (options.output, error);
    const auto song = std::filesystem::path { options.output } / "demo.wav";

    if (auto written = writeDemo (song, { 48000 }, files::Overwrite::allow); ! written)
        return written.problem();

    const auto report = render (options, song, *catalogue, console);

    if (! report)
        return report.problem();

    const auto table = lossTable (*report);

    if (! table)
        return table.problem();

    explain (options, *report, *table, console);
    return {};
}

} // namespace

void addTour (CLI::App& app, Console& console, int& exitCode)
{
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand ("tour", "Render a demo on one device of each kind");
    command->add_option ("-o,--output", options->output, "The folder [elsewhere-tour]")
        ->type_name ("DIR");
    command->add_option ("--headphones", options->headphones, "What you wear: an id, or none");
    command->footer ("Example:  elsewhere tour --headphones sennheiser-hd-650");
    command->callback ([options, &console, &exitCode] {
        exitCode = conclude (perform (*options, console), console);
    });
}

} // namespace cli
