// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/values/DeviceRows.h"

#include "library/Wording.h"
#include "report/PlotAxes.h"

namespace ui
{

namespace
{

std::string bandWords (const library::Band& band)
{
    const bool fromTheBottom = band.lowHz <= report::lowestPlottedHz;
    const bool toTheTop = band.highHz >= report::highestPlottedHz;

    if (fromTheBottom && toTheTop)
        return "everywhere";

    if (fromTheBottom)
        return "below " + library::plainHertz (band.highHz);

    if (toTheTop)
        return "above " + library::plainHertz (band.lowHz);

    return library::plainHertz (band.lowHz) + " to " + library::plainHertz (band.highHz);
}

/** Nothing where it is not known. */
std::string named (const std::string& name, const std::string& value)
{
    return value.empty() || value == "not-stated" ? std::string {} : name + value;
}

std::string unitsWords (int units)
{
    return units > 1 ? std::to_string (units) + " units" : std::string {};
}

/** The words that are there, with something between them. */
std::string joined (const std::vector<std::string>& parts, const std::string& between)
{
    std::string text;

    for (const auto& part : parts)
    {
        if (! text.empty() && ! part.empty())
            text += between;

        text += part;
    }

    return text;
}

DeviceRows rowsWhere (const library::Catalogue& catalogue,
                      bool (*isWanted) (const library::DeviceProfile&))
{
    auto rows = std::make_shared<std::vector<DeviceRow>>();

    for (const auto& profile : catalogue.devices())
        if (isWanted (profile))
            rows->push_back (rowOf (profile, catalogue));

    return rows;
}

} // namespace

std::string evidenceOf (const library::DeviceProfile& profile)
{
    const auto plotted = report::plottedResponses (profile);
    auto words = plotted.empty()
                     ? std::string { library::evidenceWords (profile.provenance.evidence) }
                     : plotted.front().evidence;

    if (profile.provenance.evidence == library::Evidence::modelled)
        return words;

    std::vector<std::string> bands;

    for (const auto& part : profile.provenance.modelledParts)
        bands.push_back (bandWords (part.band));

    if (! bands.empty())
        words += "; modelled " + joined (bands, " and ");

    return words;
}

DeviceRow rowOf (const library::DeviceProfile& profile, const library::Catalogue& catalogue)
{
    const auto& origin = profile.provenance;
    const auto* place = catalogue.environment (profile.environment);

    DeviceRow row;
    row.id = profile.id;
    row.name = profile.name;
    row.kind = profile.kind;
    row.evidence = origin.evidence;
    row.evidenceWords = evidenceOf (profile);
    row.summary = profile.summary;
    row.responses = report::plottedResponses (profile);
    row.measuredBy = origin.attribution.empty() ? origin.source : origin.attribution;
    row.method = joined ({ origin.method,
                           named ("rig: ", origin.rig),
                           named ("smoothing: ", origin.smoothing),
                           unitsWords (origin.numUnits) },
                         "; ");
    row.licence = origin.licence;
    row.surroundings = place == nullptr ? std::string {} : place->name;
    row.listeningLevelDbSpl = profile.listeningLevelDbSpl;

    for (const auto& part : origin.modelledParts)
        row.modelled.push_back (bandWords (part.band) + ": " + part.basis);

    for (const auto& [band, db] : origin.uncertaintyDb)
        row.uncertain.push_back (bandWords (band) + ": ±" + library::plainNumber (db) + " dB");

    return row;
}

DeviceRows rowsOf (const library::Catalogue& catalogue)
{
    return rowsWhere (catalogue, [] (const library::DeviceProfile&) { return true; });
}

DeviceRows wornRowsOf (const library::Catalogue& catalogue)
{
    return rowsWhere (catalogue, [] (const library::DeviceProfile& profile) {
        return library::isWorn (profile.kind);
    });
}

DeviceTile tileOf (const library::DeviceProfile& profile)
{
    DeviceTile tile;
    tile.kind = profile.kind;
    tile.name = profile.name;
    tile.evidence = evidenceOf (profile);
    const auto plotted = report::plottedResponses (profile);

    if (! plotted.empty())
        tile.response = std::make_shared<const report::PlottedResponse> (plotted.front());

    return tile;
}

} // namespace ui
