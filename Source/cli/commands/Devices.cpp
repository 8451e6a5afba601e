// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/ExitCode.h"
#include "cli/JsonOutput.h"
#include "cli/Table.h"
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
    std::string kind;
    std::string json;
    std::vector<std::string> libraries;
};

using Profiles = std::vector<const library::DeviceProfile*>;

files::Json describe (const library::DeviceProfile& device)
{
    const auto& known = device.provenance;
    return files::Json::Object { { "id", device.id },
                                 { "kind", library::kindId (device.kind) },
                                 { "name", device.name },
                                 { "evidence", library::evidenceId (known.evidence) },
                                 { "licence", known.licence },
                                 { "source", known.source },
                                 { "rig", known.rig },
                                 { "usableBandHz",
                                   files::Json::Array { known.usableBandHz.lowHz,
                                                        known.usableBandHz.highHz } },
                                 { "summary", device.summary },
                                 { "numUnits", known.numUnits } };
}

files::Json describe (const Profiles& devices)
{
    files::Json::Array all;

    for (const auto* device : devices)
        all.push_back (describe (*device));

    return files::Json::Object { { "schema", 1 }, { "devices", std::move (all) } };
}

std::string evidenceCell (const library::Provenance& known)
{
    auto words = std::string { library::evidenceWords (known.evidence) };

    if (known.evidence == library::Evidence::classMedian
        || known.evidence == library::Evidence::classTypical)
        words += " (" + std::to_string (known.numUnits) + " units)";

    for (const auto& part : known.modelledParts)
        if (part.band.highHz <= known.usableBandHz.lowHz * 1.01)
            return words + ", modelled below " + frequencyText (part.band.highHz);

    return words;
}

std::string bandCell (const library::Band& band)
{
    return frequencyText (band.lowHz) + " – " + frequencyText (band.highHz);
}

/** The library as a menu: a heading per kind, then its devices. */
std::string menu (const Profiles& devices)
{
    Table table {
        { Table::Align::left, Table::Align::left, Table::Align::left, Table::Align::left }
    };

    for (const auto* device : devices)
        table.add ({ device->id,
                     device->name,
                     bandCell (device->provenance.usableBandHz),
                     evidenceCell (device->provenance) });

    const auto lines = table.lines ("  ");
    std::string text;

    for (std::size_t i = 0; i < devices.size(); ++i)
    {
        if (i == 0 || devices[i]->kind != devices[i - 1]->kind)
        {
            const auto count = std::count_if (devices.begin(), devices.end(), [&] (const auto* d) {
                return d->kind == devices[i]->kind;
            });
            text += std::string (i == 0 ? "" : "\n")
                    + std::string { library::kindName (devices[i]->kind) } + " ("
                    + std::to_string (count) + ")\n";
        }

        text += lines[i] + "\n";
    }

    return text;
}

units::Problem noSuchKind (const std::string& word)
{
    std::string known;

    for (const auto kind : library::allKinds())
        known += (known.empty() ? "" : ", ") + std::string { library::kindId (kind) };

    return { units::Problem::Kind::invalidValue,
             "--kind " + word,
             "there is no such kind of device.",
             "Use one of: " + known + "." };
}

units::Result<void> list (const Options& options, Console& console)
{
    const auto wanted = library::kindFromId (options.kind);

    if (! options.kind.empty() && ! wanted)
        return noSuchKind (options.kind);

    const auto catalogue = library::readCatalogue (options.libraries);

    if (! catalogue)
        return catalogue.problem();

    Profiles chosen;

    for (const auto& device : catalogue->devices())
        if (! wanted || device.kind == *wanted)
            chosen.push_back (&device);

    if (! options.json.empty())
        return printJson (describe (chosen), options.json, console);

    console.out << menu (chosen) << "\n"
                << chosen.size() << " devices. Hear one:  elsewhere audition song.wav --device "
                << (chosen.empty() ? "ID" : chosen.front()->id) << "\n"
                << "neutral (a flat pair in a good room) and untouched (the file as it is) are ids "
                   "too.\n";
    return {};
}

} // namespace

void addDevices (CLI::App& app, Console& console, int& exitCode)
{
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand ("devices", "List the devices of the library");
    command->add_option ("--kind", options->kind, "Only this kind: phone, laptop, car, …");
    command->add_option ("--json", options->json, "Write JSON to this file (- is stdout)");
    command->add_option ("--library", options->libraries, "Add a library folder (repeatable)")
        ->allow_extra_args (false);
    command->footer ("Example:  elsewhere devices --kind phone");
    command->callback ([options, &console, &exitCode] {
        exitCode = conclude (list (*options, console), console);
    });
}

} // namespace cli
