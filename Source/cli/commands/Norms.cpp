// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/NormsFile.h"
#include "cli/Commands.h"
#include "cli/ListenerFlags.h"
#include "cli/check/CheckColumns.h"
#include "cli/check/CheckNorms.h"
#include "cli/check/MastersToCheck.h"
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

    // Before the minutes that it takes.
    auto output = files::OutputFile::create (
        options.output, options.force ? files::Overwrite::allow : files::Overwrite::refuse);

    if (! output)
        return output.problem();

    auto masters = mastersToCheck (options.masters);
    auto measured = measureMasters (
        masters.files,
        *catalogue,
        { std::move (panel->columns), std::move (*listener), options.jobs },
        console);

    if (! measured)
        return measured.problem();

    auto& norms = measured->norms;
    std::ranges::move (measured->problems, std::back_inserter (masters.problems));

    if (norms.numMasters == 0)
        return conclude (masters.problems, console);

    if (! options.origin.empty())
        norms.origin = options.origin;

    if (auto written = files::writeText (std::move (*output), analysis::writeNorms (norms));
        ! written)
        return written.problem();

    if (! options.quiet)
        console.out << options.output << ": norms of " << norms.numMasters << " masters\n";

    return conclude (masters.problems, console);
}

} // namespace

void addNorms (CLI::App& app, Console& console, int& exitCode)
{
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand ("norms",
                                        "Learn from masters what is usual on every device");
    command
        ->add_option ("master", options->masters, "Audio files, folders of them, playlists (.m3u)")
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
        exitCode = conclude (perform (*options, console), console);
    });
}

} // namespace cli
