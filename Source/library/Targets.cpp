// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/Targets.h"

#include "library/FolderListing.h"
#include "library/JsonFields.h"
#include "library/ProvenanceFields.h"

#include <array>

namespace library
{

namespace
{

/** Rigs whose diffuse field is another's: their canal and eardrum are the same IEC 60318-4 coupler as
    the KEMAR's, and their ears are KEMAR ears (GRAS 43AG and KB50xx: KB0065 or its successor). */
constexpr std::array<std::string_view, 3> rigsWithKemarEars { "gras43ag", "kb50xx", "iec711" };

units::Result<dsp::FrequencyResponse> readTarget (const std::filesystem::path& file)
{
    const auto json = files::readJson (file);

    if (! json)
        return json.problem();

    JsonReading reading { file.string(), Strictness::strict, {} };
    JsonFields fields { &json.value(), "", reading };
    readSchema (fields);

    if (const auto id = fields.text ("id"); id != file.stem().string())
        fields.complain ("id", "It differs from the file's name.", "Make both the same.");

    fields.text ("name");
    fields.text ("summary");
    readProvenance (fields.object ("provenance"));
    const auto grid = dsp::libraryGridHz();
    auto levels = fields.numbers ("levelDb", grid.size());
    fields.refuseUnknown();

    if (! reading.problems.empty())
        return reading.problems.front();

    return dsp::FrequencyResponse::fromPoints ({ grid.begin(), grid.end() }, std::move (levels));
}

} // namespace

units::Result<Targets> Targets::read (const std::filesystem::path& folder)
{
    Targets targets;

    for (const auto& file : filesIn (folder, ".json"))
    {
        auto curve = readTarget (file);

        if (! curve)
            return curve.problem();

        targets.curves.emplace (file.stem().string(), std::move (curve).value());
    }

    return targets;
}

void Targets::add (std::string id, dsp::FrequencyResponse curve)
{
    curves.insert_or_assign (std::move (id), std::move (curve));
}

const dsp::FrequencyResponse* Targets::find (std::string_view id) const
{
    const auto found = curves.find (id);
    return found == curves.end() ? nullptr : &found->second;
}

const dsp::FrequencyResponse* Targets::diffuseField (std::string_view rig) const
{
    for (const auto other : rigsWithKemarEars)
        if (rig == other)
            return find ("diffuse-field-kemar");

    return find ("diffuse-field-" + std::string (rig));
}

} // namespace library
