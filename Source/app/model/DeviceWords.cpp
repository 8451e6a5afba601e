// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/DeviceWords.h"

#include "library/Wording.h"

#include <algorithm>

namespace app
{

namespace
{

std::string bandWords (const library::Band& band, const library::Band& usable)
{
    if (band.lowHz <= std::max (20.0, usable.lowHz) * 1.01 && band.highHz < usable.highHz)
        return "below " + library::plainHertz (band.highHz);

    if (band.highHz >= 19000.0 && band.lowHz > 20.0)
        return "above " + library::plainHertz (band.lowHz);

    return library::plainHertz (band.lowHz) + "–" + library::plainHertz (band.highHz);
}

/** Those parts of it that are said, with something between them. */
std::string joined (std::initializer_list<std::string> parts, const std::string& between)
{
    std::string text;

    for (const auto& part : parts)
        if (! part.empty())
            text += (text.empty() ? "" : between) + part;

    return text;
}

std::string unitsWords (int units)
{
    return units > 1 ? std::to_string (units) + " units" : std::string {};
}

} // namespace

std::string evidenceOf (const library::DeviceProfile& device)
{
    const auto curves = report::plottedResponses (device);
    auto words = curves.empty()
                     ? std::string { library::evidenceWords (device.provenance.evidence) }
                     : curves.front().evidence;
    const auto& known = device.provenance;

    if (known.evidence != library::Evidence::modelled)
        for (const auto& part : known.modelledParts)
            if (part.band.lowHz <= 20.5 && part.band.highHz > 25.0)
                return words + ", modelled below " + library::plainHertz (part.band.highHz);

    return words;
}

ui::DeviceRow rowOf (const library::DeviceProfile& device, const library::Catalogue& catalogue)
{
    const auto& known = device.provenance;
    ui::DeviceRow row;
    row.id = device.id;
    row.name = device.name;
    row.kind = device.kind;
    row.evidence = known.evidence;
    row.evidenceWords = evidenceOf (device);
    row.summary = device.summary;
    row.responses = report::plottedResponses (device);
    row.measuredBy = joined ({ known.source, known.attribution }, " · ");
    row.method = joined ({ known.method,
                           known.rig.empty() ? "" : "rig: " + known.rig,
                           known.smoothing.empty() ? "" : "smoothing: " + known.smoothing,
                           unitsWords (known.numUnits) },
                         " · ");
    row.licence = known.licence;
    row.listeningLevelDbSpl = device.listeningLevelDbSpl;

    if (const auto* const place = catalogue.environment (device.environment); place != nullptr)
        row.surroundings = place->name;

    for (const auto& part : known.modelledParts)
        row.modelled.push_back (bandWords (part.band, known.usableBandHz) + ": " + part.basis);

    for (const auto& part : known.uncertaintyDb)
        row.uncertain.push_back (bandWords (part.band, known.usableBandHz) + ": ±"
                                 + library::plainNumber (part.db) + " dB");

    return row;
}

ui::DeviceRows rowsOf (const library::Catalogue& catalogue)
{
    auto rows = std::make_shared<std::vector<ui::DeviceRow>>();

    for (const auto& device : catalogue.devices())
        rows->push_back (rowOf (device, catalogue));

    return rows;
}

ui::DeviceRows wornRowsOf (const library::Catalogue& catalogue)
{
    auto rows = std::make_shared<std::vector<ui::DeviceRow>>();

    for (const auto& device : catalogue.devices())
        if (library::isWorn (device.kind))
            rows->push_back (rowOf (device, catalogue));

    return rows;
}

} // namespace app
