// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/ListenerFlags.h"
#include "cli/Table.h"
#include "cli/audition/IrExport.h"
#include "cli/audition/PreparedScenarios.h"
#include "files/AudioFile.h"
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
    std::string device;
    std::string output;
    std::string channels = "auto";
    int rate = 48000;
    ListenerOptions listener;
    std::vector<std::string> libraries;
    bool force = false;
};

using units::Result;

Result<void> write (const Options& options, const IrExport& ir, const Subject& subject)
{
    files::AudioFileWriter::Format format;
    format.numChannels = ir.channels.numChannels();
    format.rate = { options.rate };
    format.metadata = { "Impulse response of " + subject.name(),
                        subject.device == nullptr
                            ? std::string {}
                            : subject.device->provenance.attribution + " Licence of the data: "
                                  + subject.device->provenance.licence + ".",
                        "Elsewhere " ELSEWHERE_VERSION };

    auto writer = files::AudioFileWriter::create (
        options.output, format, options.force ? files::Overwrite::allow : files::Overwrite::refuse);

    if (! writer)
        return writer.problem();

    if (auto written = writer->write (ir.channels.block()); ! written)
        return written.problem();

    return writer->finish();
}

Result<void> perform (const Options& options, Console& console)
{
    const auto layout = irLayoutNamed (options.channels);
    const auto catalogue = library::readCatalogue (options.libraries);

    if (! layout)
        return layout.problem();

    if (! catalogue)
        return catalogue.problem();

    auto subjects = findSubjects ({ options.device }, *catalogue);

    if (! subjects)
        return subjects.problem();

    auto listener = findListener (options.listener, *catalogue);

    if (! listener)
        return listener.problem();

    const auto subject = subjects->front();

    if (subjects->size() != 1 || subject.what == library::Subject::untouched)
        return units::Problem { units::Problem::Kind::invalidValue,
                                options.device,
                                "an impulse response is of one device.",
                                "Give one device id, or neutral." };

    PreparedScenarios scenarios { *subjects, std::move (*listener), *catalogue };
    const auto responses = scenarios.at ({ options.rate });

    if (! responses)
        return responses.problem();

    const auto ir = irExport ((*responses)->front()->matrix, *layout);

    if (auto written = write (options, ir, subject); ! written)
        return written.problem();

    console.out << options.output << ": " << subject.name() << ", " << ir.channels.numChannels()
                << (ir.channels.numChannels() == 1 ? " channel, " : " channels, ")
                << ir.channels.numFrames() << " taps at " << options.rate << " Hz\n";

    for (const auto& note : ir.notes)
        console.out << listItem (note, console.columns);

    for (const auto& note : scenarios.notes())
        console.out << listItem (note, console.columns);

    return {};
}

} // namespace

void addIr (CLI::App& app, Console& console, int& exitCode)
{
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand ("ir", "Write a device as an impulse response");
    command->add_option ("device", options->device, "A device id, or neutral")
        ->required()
        ->type_name ("ID");
    command->add_option ("-o,--output", options->output, "The WAV file to write")
        ->required()
        ->type_name ("FILE.wav");
    command->add_option ("--rate", options->rate, "Sample rate in Hz [48000]")
        ->check (CLI::Range (8000, 192000));
    command->add_option (
        "--channels", options->channels, "auto, mono, stereo or true-stereo [auto]");
    addListenerFlags (*command, options->listener);
    command->add_option ("--library", options->libraries, "Add a library folder (repeatable)")
        ->allow_extra_args (false);
    command->add_flag ("--force", options->force, "Replace the file when it exists");
    command->footer ("Example:  elsewhere ir phone-typical -o phone.wav --listen microphone\n"
                     "True stereo has the channels LL, LR, RL, RR: left in to left out, left in to "
                     "right out, …");
    command->callback ([options, &console, &exitCode] {
        exitCode = conclude (perform (*options, console), console);
    });
}

} // namespace cli
