// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/AudioPaths.h"
#include "cli/Commands.h"
#include "cli/JsonOutput.h"
#include "cli/ProgressBar.h"
#include "cli/Table.h"
#include "cli/meter/MeterReport.h"
#include "cli/meter/MeterRun.h"

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
    std::vector<std::string> files;
    double fullScaleSpl = hearing::Calibration {}.fullScale.dbSpl;
    std::string field = "free";
    std::size_t jobs = 0;
    std::string json;
    bool quiet = false;
};

using units::Problem;
using units::Result;

Result<hearing::Calibration> calibrationOf (const Options& options)
{
    if (options.field != "free" && options.field != "diffuse")
        return Problem { Problem::Kind::invalidValue,
                         "--field " + options.field,
                         "this is not understood.",
                         "Use free (sound from ahead) or diffuse (from everywhere)." };

    const auto calibration = hearing::plausible (
        { { options.fullScaleSpl },
          options.field == "free" ? hearing::SoundField::free : hearing::SoundField::diffuse });

    if (calibration)
        return *calibration;

    std::ostringstream level;
    level << options.fullScaleSpl;
    return Problem { Problem::Kind::invalidValue,
                     "--full-scale-spl " + level.str(),
                     "no listener has full scale at this level.",
                     "Use 40 to 140: what a sine of amplitude 1 reaches at the ear in dB SPL." };
}

/** All files that were named or lie in a folder that was; folders without any are noted. */
std::vector<std::filesystem::path> filesOf (const Options& options, std::vector<Problem>& problems)
{
    std::vector<std::filesystem::path> files;

    for (const auto& name : options.files)
    {
        const auto found = audioFilesOf (name);

        if (found)
            files.insert (files.end(), found->begin(), found->end());
        else
            problems.push_back (found.problem());
    }

    return files;
}

void sortOut (std::vector<Result<MeteredFile>>&& outcomes, MeterReport& report)
{
    std::vector<const hearing::LoudnessMeter*> meters;

    for (auto& outcome : outcomes)
    {
        if (outcome)
            report.files.push_back (std::move (*outcome));
        else
            report.problems.push_back (outcome.problem());
    }

    for (const auto& file : report.files)
        meters.push_back (&file.meter);

    if (meters.size() > 1)
        report.album = hearing::albumLoudness (meters);
}

Result<MeterReport> measure (const Options& options, const Console& console)
{
    const auto calibration = calibrationOf (options);

    if (! calibration)
        return calibration.problem();

    MeterReport report { *calibration, {}, {}, {} };
    const MeterRequest request { filesOf (options, report.problems), *calibration, options.jobs };

    ProgressBar bar { console, "Measuring" };
    auto outcomes = meterFiles (request, bar.progress());

    if (! outcomes)
        return outcomes.problem();

    sortOut (std::move (*outcomes), report);
    return report;
}

/** Why there are gaps in the table. */
void remarkOnShort (const std::vector<MeteredFile>& files, const Console& console)
{
    constexpr double momentarySeconds = 0.4;
    constexpr double shortTermSeconds = 3.0;

    for (const auto& file : files)
        if (file.seconds < shortTermSeconds)
            console.remark (file.file.string() + " lasts " + numberText (file.seconds, 3)
                            + " s: too short for "
                            + (file.seconds < momentarySeconds
                                   ? "any loudness in LUFS, which needs 0.4 s."
                                   : "a range and a short-term loudness, which need 3 s."));
}

Result<int> perform (const Options& options, Console& console)
{
    const auto report = measure (options, console);

    if (! report)
        return report.problem();

    if (! options.json.empty())
        if (auto printed = printJson (meterJson (*report), options.json, console); ! printed)
            return printed.problem();

    if (options.json != "-")
    {
        // A file or a pipe is as wide as it gets.
        console.out << meterText (*report, console.outIsTerminal ? console.columns : 0);

        if (console.chatter == Chatter::normal && ! report->files.empty())
            console.out << meterLegend (*report, console.columns);
    }

    remarkOnShort (report->files, console);

    return conclude (report->problems, console);
}

} // namespace

void addMeter (CLI::App& app, Console& console, int& exitCode)
{
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand ("meter", "Measure loudness, peaks and sharpness of files");
    command->add_option ("file", options->files, "Audio files, or folders of them")
        ->required()
        ->type_name ("FILE");
    command
        ->add_option ("--full-scale-spl",
                      options->fullScaleSpl,
                      "dB SPL at the ear of a sine of amplitude 1 [100]")
        ->type_name ("DB");
    command
        ->add_option (
            "--field", options->field, "free: sound from ahead; diffuse: from everywhere [free]")
        ->type_name ("FIELD");
    command->add_option ("--jobs", options->jobs, "Files to measure at once [all cores]")
        ->check (CLI::Range (1, 256))
        ->type_name ("N");
    command->add_option ("--json", options->json, "Write JSON to this file (- is stdout)")
        ->type_name ("FILE");
    command->add_flag ("-q,--quiet", options->quiet, "The table alone, without its legend");
    command->footer ("Example:  elsewhere meter album/ --json album.json");
    command->callback ([options, &console, &exitCode] {
        console.chatter = options->quiet ? Chatter::quiet : Chatter::normal;
        exitCode = conclude (perform (*options, console), console);
    });
}

} // namespace cli
