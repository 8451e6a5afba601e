// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/LibraryRecipe.h"

#include "library/JsonFields.h"
#include "library/MeasurementImport.h"
#include "library/ProvenanceFields.h"

#include <algorithm>

namespace library
{

using files::Json;

namespace fs = std::filesystem;

namespace
{

/** The members of the defaults, then the device's own in their place. */
Json merged (const Json::Object& defaults, const Json::Object& own)
{
    Json::Object both = defaults;

    for (const auto& member : own)
    {
        const auto earlier = std::find_if (both.begin(), both.end(), [&] (const auto& each) {
            return each.first == member.first;
        });

        if (earlier == both.end())
            both.push_back (member);
        else
            earlier->second = member.second;
    }

    return both;
}

std::vector<std::string> readTexts (JsonFields& fields, std::string_view key)
{
    std::vector<std::string> texts;
    const Json* found = fields.raw (key);

    if (found == nullptr)
        return texts;

    if (const auto* one = found->asString())
        return { *one };

    const auto* list = found->asArray();

    if (list == nullptr)
    {
        fields.complain (
            key, "It is neither a text nor a list of texts.", "Write \"…\" or [ \"…\" ].");
        return texts;
    }

    for (const auto& entry : *list)
        texts.push_back (entry.asString() == nullptr ? std::string {} : *entry.asString());

    return texts;
}

std::optional<Band> readBandIfAny (JsonFields& fields, std::string_view key)
{
    if (! fields.has (key))
        return std::nullopt;

    const auto edges = fields.numbers (key, 2);
    return edges.empty() ? std::nullopt : std::optional { Band { edges[0], edges[1] } };
}

void readContinuation (JsonFields& fields, std::string_view key, ImportRequest& request)
{
    if (! fields.has (key))
        return;

    auto end = fields.object (key);
    const double hertz = end.number ("hz");
    const Band band = key == "below" ? Band { 20.0, hertz } : Band { hertz, 20000.0 };
    request.continuations.push_back ({ band, end.number ("slopeDbPerOctave"), end.text ("basis") });
    end.refuseUnknown();
}

void readBass (JsonFields& fields, const fs::path& raw, ImportRequest& request)
{
    if (! fields.has ("bassFrom"))
        return;

    auto bass = fields.object ("bassFrom");
    request.bass = { raw / bass.text ("file"),
                     bass.number ("belowHz"),
                     bass.optionalText ("target"),
                     bass.optionalText ("basis") };
    bass.refuseUnknown();
}

void readFigures (JsonFields& fields, const fs::path& raw, ImportRequest& request)
{
    const fs::path folder = raw / fields.optionalText ("folder");

    for (const auto& name : readTexts (fields, "files"))
        request.files.push_back (folder / name);

    request.column = fields.optionalText ("column");
    request.target = fields.optionalText ("target");
    request.quantity = quantityFromId (fields.optionalText ("quantity"));
    request.usableBandHz = readBandIfAny (fields, "usableBandHz");

    if (fields.has ("gateSeconds"))
        request.impulse.gateSeconds = fields.number ("gateSeconds");

    if (fields.has ("smoothingOctaves"))
        request.smoothingOctaves = fields.number ("smoothingOctaves");

    if (fields.has ("floorDb"))
        request.floorDb = fields.number ("floorDb");

    if (fields.optionalText ("outsideBand") == "asGiven")
        request.outsideBand = OutsideBand::asGiven;

    readContinuation (fields, "below", request);
    readContinuation (fields, "above", request);
    readBass (fields, raw, request);
}

void readUse (JsonFields& fields, ImportRequest& request)
{
    if (const auto fold = fields.optionalText ("fold"); ! fold.empty())
    {
        const auto kind = foldFromId (fold);

        if (! kind || *kind == Fold::Kind::matrix)
            fields.complain ("fold", "It is not known.", "Write stereo, monoSum or leftOnly.");
        else
            request.fold = Fold { *kind, {} };
    }

    if (fields.has ("environment"))
        request.environment = fields.optionalText ("environment");

    if (fields.has ("listeningLevelDbSpl"))
        request.listeningLevelDbSpl = fields.number ("listeningLevelDbSpl");
}

std::vector<std::pair<double, double>> readPoints (JsonFields& fields)
{
    std::vector<std::pair<double, double>> points;
    const Json* found = fields.raw ("points");
    const auto* list = found == nullptr ? nullptr : found->asArray();

    if (list == nullptr)
        return points;

    for (const auto& entry : *list)
    {
        const auto* pair = entry.asArray();

        if (pair == nullptr || pair->size() != 2 || (*pair)[0].asNumber() == nullptr
            || (*pair)[1].asNumber() == nullptr)
        {
            fields.complain ("points", "A point is not a pair of numbers.", "Write [ Hz, dB ].");
            return {};
        }

        points.emplace_back (*(*pair)[0].asNumber(), *(*pair)[1].asNumber());
    }

    return points;
}

RecipeEntry readEntry (JsonFields fields, const fs::path& raw)
{
    RecipeEntry entry;
    auto& request = entry.request;
    request.name = fields.text ("name");
    request.id = fields.optionalText ("id");
    request.summary = fields.text ("summary");
    const auto kind = kindFromId (fields.text ("kind"));
    const auto evidence = evidenceFromId (fields.text ("evidence"));

    if (! kind || ! evidence)
        fields.complain (kind ? "evidence" : "kind", "It is not known.", "Correct its spelling.");

    request.kind = kind.value_or (DeviceKind::phone);
    request.evidence = evidence;
    request.provenance = readOrigin (fields); // in the row itself, so that a row is one level deep
    readFigures (fields, raw, request);
    readUse (fields, request);
    entry.classOf = readTexts (fields, "classOf");
    entry.points = readPoints (fields);
    entry.basis = fields.optionalText ("basis");
    request.keepImpulse = KeepImpulse::no;
    request.overwrite = files::Overwrite::allow;
    fields.refuseUnknown();
    return entry;
}

RecipeTarget readTarget (JsonFields fields, const fs::path& raw)
{
    RecipeTarget target;
    target.id = fields.text ("id");
    target.name = fields.text ("name");
    target.summary = fields.text ("summary");
    target.file = raw / fields.text ("file");
    target.provenance = readProvenance (fields.object ("provenance"));

    if (fields.has ("addEqualizer"))
        target.shelf = fields.text ("addEqualizer");

    fields.refuseUnknown();
    return target;
}

void readGroup (JsonFields group, const fs::path& raw, JsonReading& reading, LibraryRecipe& recipe)
{
    static const Json none { Json::Object {} };
    const Json* defaults = group.raw ("defaults");
    const auto& shared = defaults != nullptr && defaults->asObject() != nullptr ? *defaults : none;
    const Json* devices = group.raw ("devices");
    group.optionalText ("about");

    if (devices == nullptr || devices->asArray() == nullptr)
        group.complain ("devices", "It is not a list.", "Write a list of devices, [ { … } ].");
    else
        for (const auto& device : *devices->asArray())
        {
            const Json row = merged (*shared.asObject(),
                                     device.asObject() == nullptr ? Json::Object {}
                                                                  : *device.asObject());
            const Json* name = row.find ("name");
            recipe.devices.push_back (readEntry (
                { &row,
                  group.pointer() + "/"
                      + (name != nullptr && name->asString() != nullptr ? *name->asString() : "?"),
                  reading },
                raw));
        }

    group.refuseUnknown();
}

} // namespace

units::Result<LibraryRecipe> readRecipe (const fs::path& file, const fs::path& raw)
{
    const auto json = files::readJson (file);

    if (! json)
        return json.problem();

    LibraryRecipe recipe;
    JsonReading reading { file.string(), Strictness::strict, {} };
    JsonFields fields { &json.value(), "", reading };
    readSchema (fields);

    for (auto& target : fields.objectsIfAny ("targets"))
        recipe.targets.push_back (readTarget (target, raw));

    for (auto& group : fields.objects ("groups"))
        readGroup (group, raw, reading, recipe);

    fields.refuseUnknown();

    if (! reading.problems.empty())
        return reading.problems.front();

    return recipe;
}

} // namespace library
