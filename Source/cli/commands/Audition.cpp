// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/audition/Audition.h"

#include "cli/Commands.h"
#include "cli/JsonOutput.h"
#include "cli/ListenerFlags.h"
#include "cli/ProgressBar.h"
#include "cli/audition/AuditionText.h"
#include "cli/audition/Levels.h"
#include "library/LibraryLocation.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>
#include <sstream>

namespace cli
{

namespace
{

struct Options
{
    std::vector<std::string> masters;
    std::vector<std::string> devices;
    std::string output;
    ListenerOptions listener;
    std::string noise = "on";
    std::string match = "loudness";
    std::string format;
    double level = 0.0;
    int rate = 0;
    std::vector<std::string> libraries;
    bool force = false;
    bool quiet = false;
    bool levels = false;
    std::string json;
};

using units::Problem;
using units::Result;

Problem wrongWord (const std::string& option, const std::string& word, const std::string& cure)
{
    return { Problem::Kind::invalidValue, option + " " + word, "this is not understood.", cure };
}

Result<monitoring::Match> matchNamed (const std::string& word)
{
    if (word == "loudness")
        return monitoring::Match::loudness;

    if (word == "lufs")
        return monitoring::Match::lufs;

    if (word == "off")
        return monitoring::Match::off;

    return wrongWord ("--match", word, "Use loudness, lufs or off.");
}

/** --format, else what the name of the output asks for, else float WAV. */
Result<files::Encoding> encodingOf (const Options& options)
{
    if (! options.format.empty())
        return encodingNamed (options.format);

    return std::filesystem::path { options.output }.extension() == ".flac"
               ? files::Encoding::flac
               : files::Encoding::wavFloat;
}

Result<void> readNumbers (const Options& options, AuditionRequest& request)
{
    if (options.rate != 0)
    {
        if (options.rate < 8000 || options.rate > 192000)
            return wrongWord ("--rate", std::to_string (options.rate), "Use 8000 to 192000 Hz.");

        request.rateHz = options.rate;
    }

    if (options.level != 0.0)
    {
        // Written so that it refuses "nan", too.
        if (! (options.level >= 30.0 && options.level <= 110.0))
        {
            std::ostringstream level;
            level << options.level;
            return wrongWord (
                "--level", level.str(), "Use 30 to 110 dB SPL, for programme at -14 LUFS.");
        }

        request.levelDbSpl = options.level;
    }

    if (options.noise != "on" && options.noise != "off")
        return wrongWord ("--noise", options.noise, "Use on or off.");

    request.noise = options.noise == "on" ? Noise::on : Noise::off;
    return {};
}

Result<AuditionRequest> requestOf (const Options& options, const library::Catalogue& catalogue)
{
    AuditionRequest request;
    request.masters.assign (options.masters.begin(), options.masters.end());

    const auto match = matchNamed (options.match);
    const auto encoding = encodingOf (options);
    auto subjects = findSubjects (options.devices, catalogue);

    if (! match)
        return match.problem();

    if (! encoding)
        return encoding.problem();

    if (! subjects)
        return subjects.problem();

    if (auto numbers = readNumbers (options, request); ! numbers)
        return numbers.problem();

    auto listener = findListener (options.listener, catalogue);

    if (! listener)
        return listener.problem();

    request.match = *match;
    request.subjects = std::move (*subjects);
    request.listener = std::move (*listener);
    request.output = { options.output,
                       *encoding,
                       options.force ? files::Overwrite::allow : files::Overwrite::refuse };
    return request;
}

Result<int> perform (const Options& options, Console& console)
{
    const auto catalogue = library::readCatalogue (options.libraries);

    if (! catalogue)
        return catalogue.problem();

    const auto request = requestOf (options, *catalogue);

    if (! request)
        return request.problem();

    Result<AuditionReport> report { AuditionReport {} };

    {
        ProgressBar bar { console, "Rendering" };
        report = options.levels ? levels (*request, *catalogue, bar.progress())
                                : audition (*request, *catalogue, bar.progress());
    }

    if (! report)
        return report.problem();

    if (! options.json.empty())
        if (auto printed = printJson (auditionJson (*report), options.json, console); ! printed)
            return printed.problem();

    if (options.json != "-" && console.chatter == Chatter::normal)
        console.out << auditionText (*report, console.columns);

    return conclude (report->problems, console);
}

} // namespace

void addAudition (CLI::App& app, Console& console, int& exitCode)
{
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand ("audition", "Render what is heard of a master on devices");
    command
        ->add_option ("master", options->masters, "Audio files: WAV, FLAC, AIFF, Ogg, Opus, MP3, …")
        ->required()
        ->type_name ("MASTER");
    command->add_option ("--device", options->devices, "Device ids, neutral, untouched, or all")
        ->required()
        ->delimiter (',')
        ->allow_extra_args (false)
        ->type_name ("ID[,ID…]");
    auto* output =
        command
            ->add_option ("-o,--output", options->output, "A file, or a folder for several outputs")
            ->type_name ("FILE or DIR");
    addListenerFlags (*command, options->listener);
    auto* noise = command->add_option (
        "--noise", options->noise, "on or off: the noise of --environment [on]");
    auto* match = command->add_option (
        "--match",
        options->match,
        "loudness: as loud as Untouched to the ear (ISO 532-1); lufs: by BS.1770; off [loudness]");
    auto* level = command->add_option (
        "--level", options->level, "dB SPL at the ear of -14 LUFS programme");
    command->add_option ("--rate", options->rate, "Sample rate in Hz [the master's]");
    auto* format = command->add_option (
        "--format", options->format, "wav16, wav24, wavfloat or flac [wavfloat]");
    command->add_option ("--library", options->libraries, "Add a library folder (repeatable)")
        ->allow_extra_args (false);
    command->add_option ("--json", options->json, "Write levels and gains as JSON (- is stdout)");
    auto* force = command->add_flag ("--force", options->force, "Replace outputs that exist");
    command
        ->add_flag ("--levels",
                    options->levels,
                    "Write no sound: only how loud each is as rendered, and its true peak")
        ->excludes (output)
        ->excludes (noise)
        ->excludes (match)
        ->excludes (level)
        ->excludes (format)
        ->excludes (force);
    command->add_flag ("-q,--quiet", options->quiet, "Say nothing unless there is a problem");
    command->footer ("Example:  elsewhere audition song.wav --device phone-typical,neutral "
                     "--headphones sennheiser-hd-650 -o heard/");
    command->callback ([options, &console, &exitCode] {
        console.chatter = options->quiet ? Chatter::quiet : Chatter::normal;
        exitCode = conclude (perform (*options, console), console);
    });
}

} // namespace cli
