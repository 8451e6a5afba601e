// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ListenersHeadphones.h"

#include "dsp/RegularisedInverse.h"
#include "library/LevelList.h"

namespace library
{

units::Result<WornResponse> listenersHeadphones (const ListeningScenario& scenario)
{
    if (! scenario.takeHeadphonesOut)
        return diffuseFieldHeadphones();

    if (scenario.headphones == nullptr)
        return assumedHeadphones();

    return wornResponse (*scenario.headphones);
}

std::string headphonesNote (const ListeningScenario& scenario)
{
    if (! scenario.takeHeadphonesOut)
        return "No headphones are taken out: right for headphones that are flat in the diffuse "
               "field.";

    if (scenario.headphones == nullptr)
        return "Your headphones are assumed to meet the Harman over-ear target of 2018; name them "
               "with "
               "--headphones.";

    return {};
}

units::Result<CautionedCurve> diffuseFieldToHeadphones (const ListeningScenario& scenario,
                                                        const Targets& targets)
{
    if (! scenario.takeHeadphonesOut)
        return CautionedCurve { dsp::FrequencyResponse::flat (units::Decibels { 0.0 }), {} };

    const auto worn = listenersHeadphones (scenario);

    if (! worn)
        return worn.problem();

    auto equivalent = diffuseFieldEquivalent (*worn, targets);

    if (! equivalent)
        return equivalent;

    const auto inverse = dsp::regularisedInverse (
        equivalent->level, { { worn->usable.lowHz }, { worn->usable.highHz } });
    return CautionedCurve { normalised (inverse), std::move (equivalent->cautions) };
}

} // namespace library
