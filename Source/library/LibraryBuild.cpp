// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/LibraryBuild.h"

#include "files/ResponseTable.h"
#include "library/ClassFigure.h"
#include "library/LevelList.h"
#include "library/LibraryRecipe.h"
#include "library/MeasurementImport.h"
#include "library/ProfileAssembly.h"
#include "library/ProfileChecks.h"
#include "library/ProfileWriter.h"
#include "library/ProvenanceFields.h"

#include <algorithm>
#include <map>

namespace library
{

using files::Json;

namespace fs = std::filesystem;

namespace
{

units::Result<void> writeInto (const fs::path& file, const std::string& text)
{
    std::error_code ignored; // writing says what is wrong
    fs::create_directories (file.parent_path(), ignored);
    return files::writeText (file, text, files::Overwrite::allow);
}

units::Result<dsp::FrequencyResponse> targetCurve (const RecipeTarget& target,
                                                   const fs::path& recipe)
{
    const auto table = files::readResponseTable (target.file);

    if (! table)
        return table.problem();

    if (! target.shelf)
        return table->columns.front().response;

    const auto shelf = files::readResponseTable (recipe.parent_path() / *target.shelf);

    if (! shelf)
        return shelf.problem();

    return dsp::FrequencyResponse::sampled (dsp::libraryGridHz(), [&] (double frequency) {
        return table->columns.front().response.levelDbAt (frequency)
               + shelf->columns.front().response.levelDbAt (frequency);
    });
}

units::Result<Targets>
buildTargets (const LibraryRecipe& recipe, const fs::path& recipeFile, const fs::path& library)
{
    for (const auto& target : recipe.targets)
    {
        const auto curve = targetCurve (target, recipeFile);

        if (! curve)
            return curve.problem();

        const Json json = Json::Object { { "schema", 1 },
                                         { "id", target.id },
                                         { "name", target.name },
                                         { "summary", target.summary },
                                         { "provenance", writeProvenance (target.provenance) },
                                         { "levelDb", levelList (*curve) } };

        if (auto written = writeInto (library / "targets" / (target.id + ".json"),
                                      files::writeJson (json));
            ! written)
            return written.problem();
    }

    return Targets::read (library / "targets");
}

using Devices = std::map<std::string, DeviceProfile>;

units::Problem rowProblem (const RecipeEntry& entry, std::string what, std::string cure)
{
    return { units::Problem::Kind::invalidValue,
             "sources.json: " + entry.request.name,
             std::move (what),
             std::move (cure) };
}

units::Result<ImportOutcome> modelledDevice (const RecipeEntry& entry, const Targets& targets)
{
    std::vector<double> frequencies;
    std::vector<double> levels;

    for (const auto& [frequency, level] : entry.points)
    {
        frequencies.push_back (frequency);
        levels.push_back (level);
    }

    auto curve = dsp::FrequencyResponse::fromPoints (std::move (frequencies), std::move (levels));

    if (! curve)
        return rowProblem (entry, curve.problem().what, curve.problem().cure);

    Measurement measurement;
    measurement.evidence = Evidence::modelled;
    measurement.method = "drawn through the points of the recipe";
    measurement.smoothing = "none needed";
    measurement.level = std::move (curve).value();

    RecipeEntry whole = entry;
    whole.request.provenance.modelledParts.push_back ({ { 20.0, 20000.0 }, entry.basis });
    return assembleProfile (measurement, whole.request, targets);
}

/** All units have such a curve: their median. */
std::optional<dsp::FrequencyResponse>
medianOfAll (const std::vector<const DeviceProfile*>& units,
             std::optional<dsp::FrequencyResponse> DeviceResponse::*curve)
{
    std::vector<dsp::FrequencyResponse> curves;

    for (const auto* unit : units)
    {
        if (! (unit->responses.front().*curve))
            return std::nullopt;

        curves.push_back (*(unit->responses.front().*curve));
    }

    return medianOf (curves);
}

std::string joinedAttributions (const std::vector<const DeviceProfile*>& units)
{
    std::vector<std::string> each;

    for (const auto* unit : units)
        if (const auto& text = unit->provenance.attribution;
            std::find (each.begin(), each.end(), text) == each.end())
            each.push_back (text);

    std::string all;

    for (const auto& text : each)
        all += (all.empty() ? "" : " · ") + text;

    return all;
}

units::Result<std::vector<const DeviceProfile*>> unitsOf (const RecipeEntry& entry,
                                                          const Devices& devices)
{
    std::vector<const DeviceProfile*> units;

    for (const auto& id : entry.classOf)
    {
        const auto found = devices.find (id);

        if (found == devices.end())
            return rowProblem (
                entry, "No device before it is called " + id + ".", "Correct the id.");

        units.push_back (&found->second);

        if (units.back()->responses.front().target != units.front()->responses.front().target
            || units.back()->responses.front().quantity
                   != units.front()->responses.front().quantity)
            return rowProblem (entry,
                               id + " is the deviation from another target than the first unit.",
                               "Take units of one and the same target.");
    }

    if (units.size() < 2)
        return rowProblem (entry, "It has fewer than two units.", "Name at least two.");

    return units;
}

units::Result<ImportOutcome>
classDevice (const RecipeEntry& entry, const Devices& devices, const Targets& targets)
{
    const auto units = unitsOf (entry, devices);

    if (! units)
        return units.problem();

    std::vector<dsp::FrequencyResponse> levels;
    Measurement measurement;

    for (const auto* unit : *units)
    {
        levels.push_back (unit->responses.front().level);
        const Band band = unit->provenance.usableBandHz;
        measurement.usableBandHz = { std::max (measurement.usableBandHz.lowHz, band.lowHz),
                                     std::min (measurement.usableBandHz.highHz, band.highHz) };
    }

    const auto figure = classFigure (levels);
    measurement.level = figure.level;
    measurement.evidence = figure.evidence;
    measurement.earlyReflections = medianOfAll (*units, &DeviceResponse::earlyReflections);
    measurement.soundPower = medianOfAll (*units, &DeviceResponse::soundPower);

    auto request = entry.request;
    request.evidence = figure.evidence;
    request.target = units->front()->responses.front().target;
    request.quantity = units->front()->responses.front().quantity;
    request.provenance.numUnits = static_cast<int> (units->size());
    request.provenance.attribution = joinedAttributions (*units);
    auto outcome = assembleProfile (measurement, request, targets);

    if (outcome)
        outcome->profile.responses.front().spread = onGrid (figure.spread);

    return outcome;
}

units::Result<ImportOutcome>
deviceOf (const RecipeEntry& entry, const Devices& devices, const Targets& targets)
{
    if (! entry.classOf.empty())
        return classDevice (entry, devices, targets);

    if (! entry.points.empty())
        return modelledDevice (entry, targets);

    return deviceFromMeasurement (entry.request, targets);
}

} // namespace

units::Result<std::vector<BuiltDevice>>
buildLibrary (const fs::path& recipeFile, const fs::path& raw, const fs::path& library)
{
    const auto recipe = readRecipe (recipeFile, raw);

    if (! recipe)
        return recipe.problem();

    const auto targets = buildTargets (*recipe, recipeFile, library);

    if (! targets)
        return targets.problem();

    Devices devices;
    std::vector<BuiltDevice> built;

    for (const auto& entry : recipe->devices)
    {
        auto outcome = deviceOf (entry, devices, *targets);

        if (! outcome)
            return outcome.problem();

        const auto& device = outcome->profile;
        const bool isNonFree = licenceClass (device.provenance.licence) == LicenceClass::nonFree;
        const auto file = (isNonFree ? library / "non-free" : library) / (device.id + ".json");

        if (auto written = writeInto (file, writeProfile (device)); ! written)
            return written.problem();

        built.push_back ({ device.id, file, std::move (outcome->notes) });

        if (! devices.emplace (device.id, std::move (outcome->profile)).second)
            return rowProblem (
                entry, "Its id is given twice: " + built.back().id + ".", "Rename one.");
    }

    return built;
}

} // namespace library
