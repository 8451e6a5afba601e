// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/demo/DemoFile.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

namespace cli
{

namespace
{

struct Options
{
    std::string output;
    int rate = 48000;
    bool force = false;
};

} // namespace

void addDemo (CLI::App& app, Console& console, int& exitCode)
{
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand ("demo", "Write half a minute of music to try things with");
    command->add_option ("-o,--output", options->output, "The file to write")
        ->required()
        ->type_name ("FILE.wav");
    command->add_option ("--rate", options->rate, "Sample rate in Hz [48000]")
        ->check (CLI::Range (8000, 192000));
    command->add_flag ("--force", options->force, "Replace the file when it exists");
    command->footer ("Example:  elsewhere demo -o demo.wav");
    command->callback ([options, &console, &exitCode] {
        const auto written = writeDemo (options->output,
                                        { options->rate },
                                        options->force ? files::Overwrite::allow
                                                       : files::Overwrite::refuse);

        if (written)
            console.out << options->output << ": 30 seconds of music at -12 LUFS\n";

        exitCode = conclude (written, console);
    });
}

} // namespace cli
