// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/ExitCode.h"
#include "library/LibraryBuild.h"
#include "library/MeasurementImport.h"
#include "library/ProfileChecks.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

namespace cli
{

namespace
{

using library::ImportRequest;

/** The options as text, before they are understood. */
struct ImportOptions
{
    std::vector<std::string> files;
    std::string kind;
    std::string evidence;
    std::string quantity;
    std::string fold;
    std::vector<double> usableBand;
    double uncertaintyDb = 0.0;
    double gateMilliseconds = 0.0;
    double smoothingOctaves = 0.0;
    double listeningLevel = 0.0;
    std::string environment;
    std::string recipe;
    std::string raw;
    std::string library;
    bool force = false;
    bool figuresOnly = false;
    ImportRequest request;
};

int complain (const units::Problem& problem, const Console& console)
{
    console.complain (problem);
    return exitCodeOf (problem);
}

int complainOfUsage (const std::string& sentence, const Console& console)
{
    console.err << "elsewhere import: " << sentence << "\n";
    return wrongUsage;
}

void printNotes (const std::vector<std::string>& notes, const Console& console)
{
    for (const auto& note : notes)
        console.out << "  " << note << "\n";
}

int buildAll (const ImportOptions& options, const Console& console)
{
    const auto built = library::buildLibrary (options.recipe, options.raw, options.library);

    if (! built)
        return complain (built.problem(), console);

    for (const auto& device : *built)
    {
        console.out << device.id << "\n";
        printNotes (device.notes, console);
    }

    console.out << built->size() << " devices built into " << options.library << "\n";
    return done;
}

std::string knownKinds()
{
    std::string known;

    for (const auto kind : library::allKinds())
        known += (known.empty() ? "" : ", ") + std::string (library::kindId (kind));

    return known;
}

void takeNumbers (const ImportOptions& options, ImportRequest& request)
{
    if (options.usableBand.size() == 2)
        request.usableBandHz = library::Band { options.usableBand[0], options.usableBand[1] };

    if (options.uncertaintyDb > 0.0)
        request.provenance.uncertaintyDb = { { { 20.0, 20000.0 }, options.uncertaintyDb } };

    if (options.gateMilliseconds > 0.0)
        request.impulse.gateSeconds = options.gateMilliseconds / 1000.0;

    if (options.smoothingOctaves > 0.0)
        request.impulse.smoothingOctaves = options.smoothingOctaves;

    if (options.smoothingOctaves > 0.0)
        request.smoothingOctaves = options.smoothingOctaves;

    if (options.listeningLevel > 0.0)
        request.listeningLevelDbSpl = options.listeningLevel;

    if (! options.environment.empty())
        request.environment = options.environment == "none" ? "" : options.environment;
}

/** @returns a sentence about what is not known, or nothing */
std::optional<std::string> takeNames (const ImportOptions& options, ImportRequest& request)
{
    const auto kind = library::kindFromId (options.kind);

    if (! kind)
        return "--kind must be one of " + knownKinds() + ".";

    request.kind = *kind;

    if (! options.evidence.empty())
        request.evidence = library::evidenceFromId (options.evidence);

    if (! options.evidence.empty() && ! request.evidence)
        return "\"" + options.evidence + "\" is no class of evidence; see elsewhere import --help.";

    if (! options.quantity.empty())
        request.quantity = library::quantityFromId (options.quantity);

    if (! options.quantity.empty() && ! request.quantity)
        return "--quantity must be freeField, eardrum, deviationFromTarget or diffuseField.";

    if (options.fold.empty())
        return std::nullopt;

    const auto fold = library::foldFromId (options.fold);

    if (! fold || *fold == library::Fold::Kind::matrix)
        return "--fold must be stereo, monoSum or leftOnly.";

    request.fold = library::Fold { *fold, {} };
    return std::nullopt;
}

int importOne (const ImportOptions& options, const Console& console)
{
    ImportRequest request = options.request;
    const bool isOwnJson = options.files.size() == 1 && options.files[0].ends_with (".json");

    if (! isOwnJson && (options.kind.empty() || request.name.empty()))
        return complainOfUsage ("--kind and --name are needed.", console);

    if (auto unknown = isOwnJson && options.kind.empty() ? std::nullopt
                                                         : takeNames (options, request))
        return complainOfUsage (*unknown, console);

    if (! request.provenance.licence.empty()
        && library::licenceClass (request.provenance.licence) == library::LicenceClass::unknown)
        return complainOfUsage ("the licence \"" + request.provenance.licence
                                    + "\" is not known; give an SPDX id such as CC-BY-4.0.",
                                console);

    takeNumbers (options, request);
    request.files.assign (options.files.begin(), options.files.end());
    request.library = options.library;
    request.overwrite = options.force ? files::Overwrite::allow : files::Overwrite::refuse;
    request.keepImpulse = options.figuresOnly ? library::KeepImpulse::no
                                              : library::KeepImpulse::yes;
    const auto outcome = library::importMeasurement (request);

    if (! outcome)
        return complain (outcome.problem(), console);

    console.out << outcome->profile.id << " → " << outcome->deviceFile.string() << "\n";
    printNotes (outcome->notes, console);

    if (! options.library.empty())
        console.out << "  Use it with --library " << options.library << "\n";

    return done;
}

int perform (const ImportOptions& options, const Console& console)
{
    if (options.recipe.empty())
        return options.files.empty() ? complainOfUsage ("name at least one file.", console)
                                     : importOne (options, console);

    if (options.raw.empty() || options.library.empty())
        return complainOfUsage ("--recipe needs --raw FOLDER and --library DIR.", console);

    return buildAll (options, console);
}

void addProvenanceOptions (CLI::App& command, ImportOptions& options)
{
    auto& provenance = options.request.provenance;
    command.add_option (
        "--evidence", options.evidence, "measured-ir, measured-magnitude, digitised, …");
    command.add_option ("--source", provenance.source, "who measured, and where it is published");
    command.add_option ("--licence", provenance.licence, "SPDX id of the data, such as CC-BY-4.0");
    command.add_option ("--attribution", provenance.attribution, "the line the licence asks for");
    command.add_option (
        "--rig", provenance.rig, "iec711, gras43ag, bk5128, kemar, free-field, in-room, …");
    command.add_option ("--notes", provenance.notes, "what else one should know");
    command.add_option (
        "--uncertainty", options.uncertaintyDb, "dB either way, over the whole band");
    command.add_option ("--usable-band", options.usableBand, "LOW HIGH in Hz")->expected (2);
}

void addFigureOptions (CLI::App& command, ImportOptions& options)
{
    auto& request = options.request;
    command.add_option ("--column", request.column, "of a table: raw, \"On Axis\", …");
    command.add_option ("--target", request.target, "the curve is a deviation from this target");
    command.add_option (
        "--quantity", options.quantity, "freeField, eardrum, deviationFromTarget, diffuseField");
    command.add_option (
        "--gate", options.gateMilliseconds, "milliseconds of the impulse response to use");
    command.add_option ("--smoothing", options.smoothingOctaves, "in octaves, such as 0.083");
    command.add_option ("--fold", options.fold, "stereo, monoSum or leftOnly");
    command.add_option ("--environment", options.environment, "its usual room, or none");
    command.add_option (
        "--level", options.listeningLevel, "dB SPL at the ear for -14 LUFS programme");
    command.add_flag ("--figures-only", options.figuresOnly, "do not keep the impulse response");
}

} // namespace

void addImport (CLI::App& app, Console& console, int& exitCode)
{
    auto options = std::make_shared<ImportOptions>();
    auto* command = app.add_subcommand ("import", "make a device of a measurement");
    command->footer (
        "Example: elsewhere import kitchen-radio.wav --kind smart-speaker "
        "--name \"Kitchen radio\" --fold monoSum\n"
        "Reads WAV, FLAC and AIFF impulse responses (1, 2 or 4 channels), SOFA, REW, AutoEq, "
        "squig.link, Equalizer APO and CTA-2034 tables, and device files of ours.");
    command->add_option ("files", options->files, "measurements of one device");
    command->add_option ("--kind", options->kind, knownKinds());
    command->add_option ("--name", options->request.name, "what it is called, with its vintage");
    command->add_option ("--id", options->request.id, "short name for --device; made of the name");
    command->add_option ("--summary", options->request.summary, "one line a musician understands");
    command->add_option ("--library", options->library, "folder to add it to; your own by default");
    command->add_flag ("--force", options->force, "replace a device of the same id");
    addProvenanceOptions (*command, *options);
    addFigureOptions (*command, *options);
    command->add_option ("--recipe", options->recipe, "build a whole library from this recipe");
    command->add_option ("--raw", options->raw, "folder of raw measurements that the recipe names");
    command->callback ([options, &console, &exitCode] { exitCode = perform (*options, console); });
}

} // namespace cli
