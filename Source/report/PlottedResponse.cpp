// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/PlottedResponse.h"

#include "report/PlotAxes.h"

#include <algorithm>

namespace report
{

namespace
{

std::string quantityWords (const library::DeviceResponse& response)
{
    using library::Quantity;

    switch (response.quantity)
    {
    case Quantity::freeField:
        return "Sound in front of the device";
    case Quantity::eardrum:
        return "Sound at the eardrum";
    case Quantity::diffuseField:
        return "Against a diffuse field at the eardrum";
    case Quantity::deviationFromTarget:
        break;
    }

    return "Deviation from the target " + response.target;
}

std::string evidenceWithUnits (const library::Provenance& provenance)
{
    const std::string units = std::to_string (provenance.numUnits);

    switch (provenance.evidence)
    {
    case library::Evidence::classMedian:
        return "median of " + units + " measured";
    case library::Evidence::classTypical:
        return "typical of " + units + " measured";
    default:
        return std::string { library::evidenceWords (provenance.evidence) };
    }
}

std::vector<library::Band> modelledBands (const library::Provenance& provenance)
{
    std::vector<library::Band> bands;

    if (provenance.evidence == library::Evidence::modelled)
        bands.push_back ({ lowestPlottedHz, highestPlottedHz });

    for (const auto& part : provenance.modelledParts)
        bands.push_back (part.band);

    return bands;
}

} // namespace

std::vector<PlottedResponse> plottedResponses (const library::DeviceProfile& profile)
{
    std::vector<PlottedResponse> plotted;

    for (const auto& response : profile.responses)
    {
        const bool isShown = std::any_of (
            plotted.begin(), plotted.end(), [&response] (const auto& other) {
                return other.level == response.level;
            });

        if (isShown)
            continue;

        PlottedResponse curve;
        curve.level = response.level;
        curve.label = plotted.empty() ? profile.name : profile.name + ", " + response.name;
        curve.evidence = evidenceWithUnits (profile.provenance);
        curve.quantity = quantityWords (response);
        curve.source = profile.provenance.attribution;
        curve.usableBandHz = profile.provenance.usableBandHz;
        curve.modelled = modelledBands (profile.provenance);
        curve.uncertaintyDb = profile.provenance.uncertaintyDb;
        curve.spread = response.spread;
        plotted.push_back (std::move (curve));
    }

    return plotted;
}

} // namespace report
