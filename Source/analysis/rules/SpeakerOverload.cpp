// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/SpeakerOverload.h"

#include "analysis/rules/Figures.h"
#include "analysis/rules/SoundingHops.h"

#include <algorithm>
#include <cmath>

namespace analysis
{

namespace
{

// At full volume a small speaker takes 6 dB and more from its bass as it was designed to (docs/decisions/0116).
constexpr double warnDb = 6.0;
constexpr double percentile = 0.95;

double percentileOf (std::vector<float> values)
{
    if (values.empty())
        return 0.0;

    const auto place = static_cast<std::size_t> (percentile
                                                 * static_cast<double> (values.size() - 1));
    std::ranges::nth_element (values, values.begin() + static_cast<std::ptrdiff_t> (place));
    return static_cast<double> (values[place]);
}

Finding findingOf (const MasterMeasures& master,
                   const SpeakerClass& speaker,
                   const std::vector<bool>& pressed,
                   double reductionDb)
{
    using Kind = Treatment::Kind;
    Finding finding;
    finding.rule = RuleId::speakerOverload;
    finding.severity = Severity::warn;
    finding.ranges = rangesOf (pressed);
    finding.band = Band { 20.0, subBelowHz (speaker) };
    finding.spread = spreadOf (finding.ranges, master.seconds);
    finding.evidence = {
        "gain reduction by the sub alone, exceeded in 5 % of the time, class-typical",
        reductionDb,
        warnDb,
        "dB",
        Basis::heuristic,
        "an excursion limiter as " + std::string (speaker.name)
            + " typically has it, at full volume; nothing was measured of this device's"
    };
    finding.confidence = 0.4;
    finding.summary = "The sub may make it pump, by " + figures::tenths (reductionDb)
                      + " dB (a typical limiter of its kind, not this device's).";
    finding.remedy.proposals = { { Kind::highPass, 30.0, 0.0, 0.7 },
                                 { Kind::lowShelf, 60.0, -3.0, 0.7 },
                                 { Kind::lowShelf, subBelowHz (speaker), -6.0, 0.7 } };
    finding.remedy.sentence = "Lower what is below " + figures::tenths (subBelowHz (speaker))
                              + " Hz, or high-pass at 30 Hz: untried.";
    return finding;
}

} // namespace

Judgement speakerOverload (const Comparison& comparison)
{
    const auto& master = comparison.master;
    const auto index = speakerClassOf (comparison.column->device->kind);
    Judgement judgement;

    if (! index || master.overload.byClass.empty())
        return judgement;

    const auto& reduction = master.overload.byClass[*index];
    const auto sounding = soundingHops (master);
    std::vector<float> heard;
    std::vector<bool> pressed (reduction.size());

    for (std::size_t hop = 0; hop < std::min (reduction.size(), sounding.size()); ++hop)
        if (sounding[hop])
        {
            heard.push_back (reduction[hop]);
            pressed[hop] = static_cast<double> (reduction[hop]) >= warnDb;
        }

    const double high = percentileOf (std::move (heard));
    judgement.measures = { { "subGainReductionDb", high } };

    if (high >= warnDb)
        judgement.findings = { findingOf (master, speakerClasses()[*index], pressed, high) };

    return judgement;
}

} // namespace analysis
