// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/audition/Subjects.h"
#include "files/OutputFile.h"
#include "library/LibraryLocation.h"
#include "report/ResponsePlot.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

namespace cli
{

namespace
{

struct Options
{
    std::vector<std::string> devices;
    std::string output;
    std::string title;
    std::vector<std::string> libraries;
    bool force = false;
};

units::Result<void> perform (const Options& options, Console& console)
{
    const auto catalogue = library::readCatalogue (options.libraries);

    if (! catalogue)
        return catalogue.problem();

    const auto subjects = findSubjects (options.devices, *catalogue);

    if (! subjects)
        return subjects.problem();

    std::vector<report::PlottedResponse> curves;

    for (const auto& subject : *subjects)
    {
        if (subject.device == nullptr)
            return units::Problem { units::Problem::Kind::invalidValue,
                                    subject.id(),
                                    "this is not a device, and has no response to draw.",
                                    "Give device ids. See: elsewhere devices" };

        const auto ofDevice = report::plottedResponses (*subject.device);
        curves.insert (curves.end(), ofDevice.begin(), ofDevice.end());
    }

    const auto title = ! options.title.empty() ? options.title
                       : subjects->size() == 1 ? subjects->front().name()
                                               : std::string { "Responses" };
    auto written = files::writeText (options.output,
                                     report::responsePlotSvg (curves, title),
                                     options.force ? files::Overwrite::allow
                                                   : files::Overwrite::refuse);

    if (written)
        console.out << options.output << ": " << curves.size()
                    << (curves.size() == 1 ? " curve\n" : " curves\n");

    return written;
}

} // namespace

void addPlot (CLI::App& app, Console& console, int& exitCode)
{
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand ("plot", "Draw the responses of devices");
    command->add_option ("devices", options->devices, "Device ids, drawn over one another")
        ->required()
        ->delimiter (',')
        ->type_name ("ID…");
    command->add_option ("-o,--output", options->output, "The SVG file to write")
        ->required()
        ->type_name ("FILE.svg");
    command->add_option ("--title", options->title, "What stands above the plot");
    command->add_option ("--library", options->libraries, "Add a library folder (repeatable)")
        ->allow_extra_args (false);
    command->add_flag ("--force", options->force, "Replace the file when it exists");
    command->footer ("Example:  elsewhere plot phone-typical laptop-typical -o small.svg\n"
                     "Dashed parts are modelled; bands show the uncertainty, or the spread between "
                     "units of a class.");
    command->callback ([options, &console, &exitCode] {
        exitCode = conclude (perform (*options, console), console);
    });
}

} // namespace cli
