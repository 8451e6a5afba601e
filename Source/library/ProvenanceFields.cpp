// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ProvenanceFields.h"

#include <algorithm>

namespace library
{

using files::Json;

namespace
{

Band readBand (JsonFields& fields, std::string_view key)
{
    const auto edges = fields.numbers (key, 2);

    if (edges.empty())
        return { 20.0, 20000.0 };

    if (edges[0] <= 0.0 || edges[0] >= edges[1])
        fields.complain (key, "This is not a band.", "Write [low, high] in Hz, both above 0.");

    return { edges[0], edges[1] };
}

Evidence readEvidence (JsonFields& fields)
{
    const std::string id = fields.text ("evidence");
    const auto evidence = evidenceFromId (id);

    if (! id.empty() && ! evidence)
        fields.complain ("evidence",
                         "\"" + id + "\" is no class of evidence.",
                         "Write measured-ir, measured-magnitude, inferred, digitised, "
                         "published-figures, class-median, class-typical or modelled.");

    return evidence.value_or (Evidence::modelled);
}

void readModelledParts (JsonFields& fields, Provenance& provenance)
{
    for (auto& entry : fields.objectsIfAny ("modelledParts"))
    {
        const Band band = readBand (entry, "bandHz");
        provenance.modelledParts.push_back ({ band, entry.text ("basis") });
        entry.refuseUnknown();
    }
}

Json bandJson (Band band) { return Json::Array { band.lowHz, band.highHz }; }

void addText (Json::Object& object, std::string_view key, const std::string& text)
{
    if (! text.empty())
        object.emplace_back (key, text);
}

} // namespace

Provenance readOrigin (JsonFields& fields)
{
    Provenance provenance;
    provenance.source = fields.text ("source");
    provenance.licence = fields.text ("licence");
    provenance.attribution = fields.optionalText ("attribution");
    provenance.rig = fields.optionalText ("rig");
    provenance.method = fields.optionalText ("method");
    provenance.smoothing = fields.optionalText ("smoothing");
    provenance.retrieved = fields.optionalText ("retrieved");
    provenance.notes = fields.optionalText ("notes");

    for (auto& entry : fields.objectsIfAny ("uncertaintyDb"))
    {
        const Band band = readBand (entry, "bandHz");
        provenance.uncertaintyDb.push_back ({ band, entry.number ("db") });
        entry.refuseUnknown();
    }

    return provenance;
}

Provenance readProvenance (JsonFields fields)
{
    auto provenance = readOrigin (fields);
    provenance.evidence = readEvidence (fields);
    provenance.usableBandHz = readBand (fields, "usableBandHz");
    readModelledParts (fields, provenance);

    // A count beyond any real one would not fit into an int.
    provenance.numUnits = static_cast<int> (
        std::clamp (fields.numberOr ("numUnits", 1.0), 0.0, 1e6));
    fields.refuseUnknown();
    return provenance;
}

Json writeProvenance (const Provenance& provenance)
{
    Json::Object object;
    object.emplace_back ("evidence", evidenceId (provenance.evidence));
    object.emplace_back ("source", provenance.source);
    object.emplace_back ("licence", provenance.licence);
    addText (object, "attribution", provenance.attribution);
    addText (object, "rig", provenance.rig);
    addText (object, "method", provenance.method);
    addText (object, "smoothing", provenance.smoothing);
    addText (object, "retrieved", provenance.retrieved);
    addText (object, "notes", provenance.notes);
    object.emplace_back ("usableBandHz", bandJson (provenance.usableBandHz));

    Json::Array uncertainty;
    Json::Array modelled;

    for (const auto& entry : provenance.uncertaintyDb)
        uncertainty.emplace_back (
            Json::Object { { "bandHz", bandJson (entry.band) }, { "db", entry.db } });

    for (const auto& part : provenance.modelledParts)
        modelled.emplace_back (
            Json::Object { { "bandHz", bandJson (part.band) }, { "basis", part.basis } });

    if (! uncertainty.empty())
        object.emplace_back ("uncertaintyDb", std::move (uncertainty));

    if (! modelled.empty())
        object.emplace_back ("modelledParts", std::move (modelled));

    object.emplace_back ("numUnits", provenance.numUnits);
    return object;
}

} // namespace library
