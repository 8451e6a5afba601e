// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/Harsh.h"

#include "analysis/measures/EarBalance.h"
#include "analysis/rules/EarPlots.h"
#include "analysis/rules/Norm.h"
#include "analysis/rules/Wording.h"
#include "hearing/LoudnessOverTime.h"
#include "hearing/ThirdOctaveFilters.h"

#include <algorithm>

namespace analysis
{

namespace
{

constexpr double lowestHz = 1500.0;
constexpr double highestHz = 8000.0;

/** The band that stands out most. */
struct Resonance
{
    double hz = 0.0;
    double db = 0.0;
};

Resonance resonanceOf (const EarLevels& ears, const std::vector<bool>& sounding)
{
    const auto prominences = steadyProminences (ears, sounding);
    Resonance strongest;

    for (std::size_t band = 0; band < prominences.size(); ++band)
    {
        const double hz = hearing::thirdOctaveCentreHz (band);

        if (hz >= lowestHz && hz <= highestHz && prominences[band] > strongest.db)
            strongest = { hz, prominences[band] };
    }

    return strongest;
}

/** Exceeded in a twentieth of the time that sounds. */
double sharpnessOf (const std::vector<HopLoudness>& hops, const std::vector<bool>& sounding)
{
    std::vector<float> values;

    for (std::size_t hop = 0; hop < hops.size(); ++hop)
        if (sounding[hop])
            values.push_back (hops[hop].sharpnessAcum);

    return hearing::valueExceeded (std::move (values), 5.0);
}

Finding harshness (const Comparison& comparison, double measured, double allowed)
{
    Finding finding;
    finding.rule = RuleId::harsh;
    finding.severity = comparison.norms.areTheUsersOwn ? Severity::warn : Severity::note;
    finding.spread = Spread::widespread;
    finding.ranges = { { 0.0, comparison.master.seconds } };
    finding.evidence.measured = measured;
    finding.evidence.allowed = allowed;
    finding.evidence.basis = Basis::corpus;
    finding.evidence.source = normSource (comparison);
    finding.confidence = comparison.norms.areTheUsersOwn ? 0.6 : 0.4;
    finding.plot = spectrumPlot (comparison, 800.0, 14000.0);
    return finding;
}

Finding findingOf (const Comparison& comparison, const Resonance& resonance, double allowed)
{
    auto finding = harshness (comparison, resonance.db, allowed);
    finding.aspect = "resonance";
    finding.band = Band { resonance.hz / 1.122, resonance.hz * 1.122 };
    finding.evidence.quantity =
        "how far one third octave stands out of its neighbours, three quarters "
        "of the time";
    finding.evidence.unit = "dB";
    finding.summary = hertz (resonance.hz) + " pokes out more than in released masters.";
    finding.remedy.proposals = { { Treatment::Kind::peak, resonance.hz, -2.0, 4.0 },
                                 { Treatment::Kind::peak, resonance.hz, -4.0, 4.0 } };
    finding.remedy.sentence = "Find what rings there, and take it down: untried.";
    return finding;
}

std::vector<TimeRange>
sharpHops (const std::vector<HopLoudness>& hops, const std::vector<bool>& sounding, double acum)
{
    std::vector<bool> marked (hops.size(), false);

    for (std::size_t hop = 0; hop < hops.size(); ++hop)
        marked[hop] = sounding[hop] && static_cast<double> (hops[hop].sharpnessAcum) > acum;

    return rangesOf (marked);
}

Finding findingOf (const Comparison& comparison, double sharpness, double allowed)
{
    const auto& hops = comparison.device->loudness;
    auto finding = harshness (comparison, sharpness, allowed);
    finding.aspect = "sharpness";
    finding.band = Band { 3000.0, 16000.0 };
    finding.evidence.quantity = "sharpness (DIN 45692) that is exceeded in a twentieth of the time";
    finding.evidence.unit = "acum";
    finding.summary = "The treble is sharper than in released masters.";
    finding.ranges = sharpHops (hops, soundingHops (hops), allowed);
    finding.remedy.proposals = { { Treatment::Kind::highShelf, 5000.0, -2.0, 0.7 },
                                 { Treatment::Kind::highShelf, 5000.0, -4.0, 0.7 } };
    finding.remedy.sentence = "Tame cymbals and sibilants: untried.";
    return finding;
}

} // namespace

Judgement harsh (const Comparison& comparison)
{
    Judgement judgement;
    const auto& device = *comparison.device;
    const auto sounding = soundingHops (device.loudness);
    const auto resonance = resonanceOf (device.ears, sounding);
    const double sharpness = sharpnessOf (device.loudness, sounding);
    judgement.measures = { { "resonanceDb", resonance.db },
                           { "resonanceHz", resonance.hz },
                           { "sharpness5Acum", sharpness } };
    const auto resonanceNorm = normOf (comparison, "resonanceDb");
    const auto sharpnessNorm = normOf (comparison, "sharpness5Acum");

    if (! resonanceNorm || ! sharpnessNorm)
    {
        judgement.notAssessable = "It is not known how released masters sound on this device.";
        return judgement;
    }

    if (resonance.db > resonanceNorm->high)
        judgement.findings.push_back (findingOf (comparison, resonance, resonanceNorm->high));

    if (sharpness > sharpnessNorm->high)
        judgement.findings.push_back (findingOf (comparison, sharpness, sharpnessNorm->high));

    return judgement;
}

} // namespace analysis
