// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ListenersHeadphones.h"

#include "dsp/RegularisedInverse.h"
#include "library/LevelList.h"

#include <algorithm>
#include <cmath>

namespace library
{

namespace
{

// IEC 60318-4 vouches for an ear simulator up to 10 kHz, and targets are drawn by hand above.
constexpr double simulatorEndHz = 10000.0;
constexpr double earlyEndHz = 8000.0;

/** Follows the curve up to where it is known, and holds the mean of its last octave from there on:
    what two tables differ by beyond is in no one's ears. Blends over half an octave. */
dsp::FrequencyResponse heldBeyond (const dsp::FrequencyResponse& curve, double knownToHz)
{
    const double endHz = std::min (knownToHz, simulatorEndHz);
    const double heldDb = curve.meanDb ({ endHz / 2.0 }, { endHz });

    return dsp::FrequencyResponse::sampled (curve.frequenciesHz(), [&] (double frequencyHz) {
        const double way = std::clamp (1.0 + 2.0 * std::log2 (frequencyHz / endHz), 0.0, 1.0);
        return (1.0 - way) * curve.levelDbAt (frequencyHz) + way * heldDb;
    });
}

/** What the listener wears, as the diffuse-field equivalent of what it does, and the band in which
    that is known. */
struct KnownEquivalent
{
    CautionedCurve equivalent;
    Band usable;
};

units::Result<KnownEquivalent> knownEquivalent (const ListeningScenario& scenario,
                                                const Targets& targets)
{
    const auto worn = listenersHeadphones (scenario);

    if (! worn)
        return worn.problem();

    auto equivalent = diffuseFieldEquivalent (*worn, targets);

    if (! equivalent)
        return equivalent.problem();

    return KnownEquivalent { std::move (*equivalent), worn->usable };
}

} // namespace

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

    std::string note;

    if (scenario.headphones == nullptr)
        note = "Your headphones are assumed to meet the Harman over-ear target of 2018; name them "
               "with --headphones.";

    if (scenario.correctionEnd == CorrectionEnd::at8kHz)
        note += std::string (note.empty() ? "" : " ")
                + "Above 8 kHz your headphones are not corrected.";

    return note;
}

dsp::FrequencyResponse correctedUpTo (CorrectionEnd end, const dsp::FrequencyResponse& curve)
{
    return end == CorrectionEnd::at8kHz ? heldBeyond (curve, earlyEndHz) : curve;
}

units::Result<CautionedCurve> headphonesToDiffuseField (const ListeningScenario& scenario,
                                                        const Targets& targets)
{
    auto worn = knownEquivalent (scenario, targets);

    if (! worn)
        return worn.problem();

    const auto known = dsp::FrequencyResponse::sampled (dsp::libraryGridHz(), [&] (double f) {
        return worn->equivalent.level.levelDbAt (std::max (f, worn->usable.lowHz));
    });
    return CautionedCurve { normalised (heldBeyond (known, worn->usable.highHz)),
                            std::move (worn->equivalent.cautions) };
}

units::Result<CautionedCurve> diffuseFieldToHeadphones (const ListeningScenario& scenario,
                                                        const Targets& targets)
{
    if (! scenario.takeHeadphonesOut)
        return CautionedCurve { dsp::FrequencyResponse::flat (units::Decibels { 0.0 }), {} };

    auto worn = knownEquivalent (scenario, targets);

    if (! worn)
        return worn.problem();

    const auto inverse = dsp::regularisedInverse (
        worn->equivalent.level, { { worn->usable.lowHz }, { worn->usable.highHz } });
    const auto followed = heldBeyond (inverse, worn->usable.highHz);
    return CautionedCurve { normalised (correctedUpTo (scenario.correctionEnd, followed)),
                            std::move (worn->equivalent.cautions) };
}

} // namespace library
