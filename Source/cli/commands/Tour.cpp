// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/ListenerFlags.h"
#include "cli/ProgressBar.h"
#include "cli/Table.h"
#include "cli/audition/Audition.h"
#include "cli/demo/DemoFile.h"
#include "cli/tour/LossTable.h"
#include "cli/tour/TourStops.h"
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
    std::string output = "elsewhere-tour";
    std::string headphones;
};

using units::Result;

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
    return audition (request, catalogue, bar.progress());
}

void explain (const Options& options,
              const AuditionReport& report,
              const std::string& table,
              Console& console)
{
    console.out
        << "\n"
        << table << "\n"
        << wrapped (lossLegend (report), console.columns, "  ") << "\nHow to listen\n"
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

    const auto table = lossTable (*report, console.columns);

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
