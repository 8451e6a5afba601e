// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/BassDisappears.h"

#include "analysis/rules/BassTally.h"
#include "analysis/rules/EarPlots.h"
#include "analysis/rules/Norm.h"
#include "analysis/rules/Wording.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace analysis
{

namespace
{

// Less of a line than this says nothing about the master.
constexpr double leastSeconds = 2.0;

constexpr const char* lostMeasure = "bassLost";

constexpr double noteShare = 0.25;
constexpr double warnShare = 0.5;

// Duller than partials that fall by 18 dB an octave, whose overtones are 17.6 dB below all (docs/decisions/0117).
constexpr double dullDb = -18.0;

TimeRange aroundFrame (std::size_t index)
{
    constexpr double hop = hearing::BassFrames::hop.value;
    const double middle = hop * static_cast<double> (index);
    return { std::max (0.0, middle - 0.5 * hop), middle + 0.5 * hop };
}

double median (std::vector<double> values, double ofNone)
{
    if (values.empty())
        return ofNone;

    const auto middle = values.begin() + static_cast<std::ptrdiff_t> (values.size() / 2);
    std::nth_element (values.begin(), middle, values.end());
    return *middle;
}

std::vector<TimeRange> rangesOfLost (const BassTally& tally)
{
    std::vector<TimeRange> ranges (tally.lostFrames.size());
    std::ranges::transform (tally.lostFrames, ranges.begin(), aroundFrame);
    return lasting (std::move (ranges));
}

std::string summaryOf (const BassTally& tally, double lost)
{
    const double rank = median (tally.lostRanks, 0.0);
    const std::string what = "The bass line cannot be followed in " + percent (lost)
                             + " of its time";

    if (rank < 2.0)
        return what + ": hardly anything of it is loud enough to be heard.";

    const double pitch = median (tally.lostPitchesHz, 0.0);
    return what + ": what is left of it begins at its " + ordinal (static_cast<int> (rank))
           + " harmonic, around " + hertz (rank * pitch) + ".";
}

/** How bad it is. Small loudspeakers take the bass of most released masters, so half of the line lost is worth a
    note, and less only where more than half of them lose less. It is the master's fault where the line has hardly
    an overtone of its own. Nothing is said where hardly any of them loses any: such a device has the bass, and what
    is lost there are the ends of notes. */
std::optional<Severity> severityOf (const Comparison& comparison, double lost, double overtonesDb)
{
    const auto norm = normOf (comparison, lostMeasure);

    const bool isFullRange = norm && norm->high < noteShare;

    if (lost <= noteShare || isFullRange || (lost <= warnShare && norm && lost <= norm->median))
        return std::nullopt;

    return lost > warnShare && overtonesDb < dullDb ? Severity::warn : Severity::note;
}

Finding
findingOf (const Comparison& comparison, const BassTally& tally, double lost, Severity severity)
{
    Finding finding;
    finding.rule = RuleId::bassDisappears;
    finding.severity = severity;
    finding.ranges = rangesOfLost (tally);
    finding.spread = spreadOf (finding.ranges, comparison.master.seconds);
    const double pitch = median (tally.lostPitchesHz, 0.0);
    finding.band = Band { 0.8 * pitch, 2.5 * pitch };
    finding.evidence = { "share of the bass line's time in which it cannot be followed",
                         lost,
                         severity == Severity::warn ? warnShare : noteShare,
                         "",
                         Basis::heuristic,
                         "audible harmonics against ISO 226 and masking (docs/hearing.md); the "
                         "lowest rank that carries pitch after Mehta & Oxenham 2020" };
    finding.confidence = tally.confidence / static_cast<double> (tally.frames);
    finding.summary = summaryOf (tally, lost);
    finding.remedy.proposals = { { Treatment::Kind::peak, 155.0, 3.0, 1.0 },
                                 { Treatment::Kind::peak, 155.0, 6.0, 1.0 } };
    finding.remedy.sentence =
        "Give the bass overtones between 150 and 600 Hz (saturation, a second "
        "layer an octave up): untried.";
    finding.plot = harmonicsPlot (comparison, tally.lostFrames);
    return finding;
}

} // namespace

Judgement bassDisappears (const Comparison& comparison)
{
    Judgement judgement;

    if (comparison.master.bass.isEmpty())
    {
        judgement.notAssessable = "No bass line found.";
        return judgement;
    }

    const auto tally = bassTally (comparison);

    if (tally.seconds() < leastSeconds)
    {
        judgement.notAssessable = "Too little of a bass line can be heard to say anything of it.";
        return judgement;
    }

    const double lost = tally.lostShare();
    const double overtonesDb = median (tally.overtonesDb, 0.0);
    judgement.measures = {
        { lostMeasure, lost },
        { "bassRetained", median (tally.retentions, 0.0) },
        { "bassLowestHarmonic", median (tally.lowestRanks, 0.0) },
        { "bassMissingDb", tally.missingDb() },
        { "bassOvertonesDb", overtonesDb },
    };

    if (const auto severity = severityOf (comparison, lost, overtonesDb))
        judgement.findings.push_back (findingOf (comparison, tally, lost, *severity));

    return judgement;
}

} // namespace analysis
