// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/WornResponse.h"

#include <algorithm>
#include <cmath>

namespace library
{

namespace
{

using Kind = units::Problem::Kind;

// The published targets are curves at the eardrum of a GRAS ear simulator with KEMAR pinnae; the
// rig of the device that deviates from one does not matter any more.
constexpr std::string_view rigOfTargets = "kemar";

constexpr std::string_view diffuseFieldTarget = "diffuse-field-";

/** A target that is a rig's diffuse field belongs to that rig; the others to the KEMAR's ears. */
std::string rigOf (const WornResponse& worn)
{
    if (worn.quantity != Quantity::deviationFromTarget)
        return worn.rig;

    return worn.target.rfind (diffuseFieldTarget, 0) == 0
               ? worn.target.substr (diffuseFieldTarget.size())
               : std::string (rigOfTargets);
}

bool isRaw (const WornResponse& worn) { return worn.quantity != Quantity::deviationFromTarget; }

bool isAssumed (const WornResponse& worn) { return worn.name.empty(); }

std::string describe (const WornResponse& worn)
{
    const std::string name = isAssumed (worn) ? "the assumed headphones" : "'" + worn.name + "'";

    if (worn.quantity == Quantity::deviationFromTarget)
        return name + " (known only as a deviation from the target " + worn.target + ")";

    return name + " (a raw response on the rig " + (worn.rig.empty() ? "unknown" : worn.rig) + ")";
}

/** signal-chain, section 0: how far an estimate at the eardrum may be off. */
std::string estimateCaution (const WornResponse& worn)
{
    return worn.kind == DeviceKind::earbuds
               ? "'" + worn.name
                     + "' is known by its deviation from a target, which was added back: ±3 dB "
                       "between 2 and 8 kHz."
               : "'" + worn.name
                     + "' is known by its deviation from a target, which was added back: ±1.5 dB.";
}

units::Problem missingTarget (const WornResponse& worn)
{
    return { Kind::missingFile,
             worn.name,
             "it is a deviation from the target '" + worn.target + "', which the library lacks.",
             "Put ir_library/targets/" + worn.target + ".json back." };
}

units::Problem missingDiffuseField (const WornResponse& worn)
{
    const std::string rig = rigOf (worn);

    return { Kind::unsupported,
             worn.name,
             "it was measured on the rig '" + (rig.empty() ? "unknown" : rig)
                 + "', of which no diffuse-field response is known.",
             "Choose a measurement on gras43ag, kemar, kb50xx, iec711 or bk5128, or one given as a "
             "deviation from a target." };
}

dsp::FrequencyResponse powerMean (const dsp::FrequencyResponse& a, const dsp::FrequencyResponse& b)
{
    return dsp::FrequencyResponse::sampled (dsp::libraryGridHz(), [&] (double f) {
        return 10.0
               * std::log10 (0.5
                             * (std::pow (10.0, a.levelDbAt (f) / 10.0)
                                + std::pow (10.0, b.levelDbAt (f) / 10.0)));
    });
}

void append (std::vector<std::string>& to, std::vector<std::string> more)
{
    std::move (more.begin(), more.end(), std::back_inserter (to));
}

/** Both after the same conversion. */
template <typename Conversion>
units::Result<ComparablePair>
converted (const WornResponse& device, const WornResponse& worn, Conversion&& convert)
{
    auto first = convert (device);

    if (! first)
        return first.problem();

    auto second = convert (worn);

    if (! second)
        return second.problem();

    append (first->cautions, std::move (second->cautions));
    return ComparablePair { std::move (first->level),
                            std::move (second->level),
                            std::move (first->cautions) };
}

/** Insert phones load the ear, and ear simulators differ in what they offer as a load. */
void cautionCrossRig (ComparablePair& pair, const WornResponse& device, const WornResponse& worn)
{
    if (device.kind == DeviceKind::earbuds || worn.kind == DeviceKind::earbuds)
        pair.cautions.push_back ("Two ear simulators are compared through their diffuse fields, "
                                 "which for earbuds is ±3 dB between 2 and 8 kHz.");
}

} // namespace

units::Result<WornResponse> wornResponse (const DeviceProfile& profile)
{
    if (profile.coupling != Coupling::ear || profile.transducers.empty())
        return units::Problem { Kind::invalidValue,
                                profile.id,
                                "it is not worn on the ears.",
                                "Choose headphones or earbuds: 'devices --kind headphones'." };

    const auto& left = profile.responses[profile.transducers.front().response];
    const auto& right = profile.responses[profile.transducers.back().response];

    return WornResponse { profile.name,
                          profile.kind,
                          left.quantity,
                          left.target,
                          profile.provenance.rig,
                          profile.provenance.usableBandHz,
                          powerMean (left.level, right.level) };
}

WornResponse assumedHeadphones()
{
    WornResponse worn;
    worn.target = assumedTarget;
    worn.rig = rigOfTargets;
    return worn;
}

WornResponse diffuseFieldHeadphones()
{
    WornResponse worn;
    worn.quantity = Quantity::diffuseField;
    return worn;
}

units::Result<CautionedCurve> levelAtEardrum (const WornResponse& worn, const Targets& targets)
{
    if (worn.quantity == Quantity::eardrum)
        return CautionedCurve { worn.level, {} };

    if (worn.quantity == Quantity::deviationFromTarget)
    {
        const auto* target = targets.find (worn.target);

        if (target == nullptr)
            return missingTarget (worn);

        if (isAssumed (worn))
            return CautionedCurve { worn.level + *target, {} };

        return CautionedCurve { worn.level + *target, { estimateCaution (worn) } };
    }

    const auto* diffuseField = targets.diffuseField (rigOf (worn));

    if (diffuseField == nullptr)
        return missingDiffuseField (worn);

    return CautionedCurve { worn.level + *diffuseField, {} };
}

units::Result<CautionedCurve> diffuseFieldEquivalent (const WornResponse& worn,
                                                      const Targets& targets)
{
    if (worn.quantity == Quantity::diffuseField)
        return CautionedCurve { worn.level, {} };

    const auto* diffuseField = targets.diffuseField (rigOf (worn));

    if (diffuseField == nullptr)
        return missingDiffuseField (worn);

    auto atEardrum = levelAtEardrum (worn, targets);

    if (! atEardrum)
        return atEardrum;

    return CautionedCurve { atEardrum->level - *diffuseField, std::move (atEardrum->cautions) };
}

units::Result<ComparablePair>
comparable (const WornResponse& device, const WornResponse& worn, const Targets& targets)
{
    const bool sameQuantity = device.quantity == worn.quantity;
    const bool sameRig = ! device.rig.empty() && device.rig == worn.rig;
    const bool bothDeviate = ! isRaw (device) && ! isRaw (worn);

    const auto asItIs = [] (const WornResponse& w) -> units::Result<CautionedCurve> {
        return CautionedCurve { w.level.at (dsp::libraryGridHz()), {} };
    };
    const auto atEardrum = [&] (const WornResponse& w) { return levelAtEardrum (w, targets); };
    const auto inDiffuseField = [&] (const WornResponse& w) {
        return diffuseFieldEquivalent (w, targets);
    };

    if (bothDeviate && device.target == worn.target)
        return converted (device, worn, asItIs);

    if (sameQuantity && isRaw (device) && sameRig)
        return converted (device, worn, asItIs);

    if (bothDeviate && rigOf (device) == rigOf (worn))
        return converted (device, worn, atEardrum);

    // The assumed headphones are a target, which is a level at the eardrum as well as a deviation.
    if (isRaw (device) == isRaw (worn) || isAssumed (worn))
    {
        auto result = converted (device, worn, inDiffuseField);

        if (result)
            cautionCrossRig (*result, device, worn);

        return result;
    }

    return units::Problem { Kind::unsupported,
                            device.name + " on " + worn.name,
                            describe (device) + " and " + describe (worn) + " cannot be compared.",
                            "Choose headphones measured as the device was, or leave --headphones "
                            "out, or say --headphones none." };
}

} // namespace library
