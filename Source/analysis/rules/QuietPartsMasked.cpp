// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/QuietPartsMasked.h"

#include "analysis/rules/EarPlots.h"
#include "analysis/rules/Fades.h"
#include "analysis/rules/Norm.h"
#include "analysis/rules/QuietLifts.h"
#include "analysis/rules/Wording.h"
#include "hearing/LoudnessOverTime.h"
#include "hearing/PartialLoudness.h"

#include <algorithm>
#include <cmath>

namespace analysis
{

namespace
{

constexpr units::Seconds smoothing { 2.0 };
constexpr double edgeShare = 0.05;

// Below that share of what is exceeded in 5 % of the time there is a pause, not a quiet part.
constexpr double gateShare = 0.02;

constexpr double maskedSone = 1.0; // about 40 phon

// Two halvings of the loudness, 20 phon: docs/decisions/0118.
constexpr float maskedPart = 0.25f;

constexpr double lostSone = 0.5;
constexpr double maskedSeconds = 4.0;
constexpr double lostSeconds = 6.0;
constexpr double leastShare = 0.05;

/** How loud every hop is, in quiet and beside the noise. */
struct InNoise
{
    std::vector<float> quiet;
    std::vector<float> left;
};

InNoise besideNoise (const EarLevels& ears, const hearing::MaskedThreshold& noise)
{
    InNoise result;

    for (std::size_t hop = 0; hop < ears.thirdOctaves.size(); ++hop)
    {
        const auto pattern = patternOf (ears, hop);
        result.quiet.push_back (static_cast<float> (pattern.sone));
        result.left.push_back (static_cast<float> (hearing::partialLoudness (pattern, noise).sone));
    }

    result.quiet = hearing::meanOver (smoothing, result.quiet, hopsPerSecond);
    result.left = hearing::meanOver (smoothing, result.left, hopsPerSecond);
    return result;
}

std::vector<bool> hopsThatCount (const std::vector<float>& quiet)
{
    const auto edge = static_cast<std::size_t> (edgeShare * static_cast<double> (quiet.size()));
    const auto fading = fadingHops (quiet);
    const double gate = gateShare * hearing::valueExceeded (quiet, 5.0);
    std::vector<bool> counts (quiet.size());

    for (std::size_t hop = 0; hop < quiet.size(); ++hop)
        counts[hop] = hop >= edge && hop + edge < quiet.size() && ! fading[hop]
                      && quiet[hop] > gate;

    return counts;
}

std::vector<bool> hopsBelow (double sone, const std::vector<float>& left)
{
    std::vector<bool> below (left.size());

    for (std::size_t hop = 0; hop < left.size(); ++hop)
        below[hop] = static_cast<double> (left[hop]) < sone;

    return below;
}

/** Whether hardly anything is left of each hop, or hardly anything of what it is in quiet. */
std::vector<bool> maskedHops (const InNoise& heard)
{
    auto masked = hopsBelow (maskedSone, heard.left);

    for (std::size_t hop = 0; hop < masked.size(); ++hop)
        masked[hop] = masked[hop] || heard.left[hop] < maskedPart * heard.quiet[hop];

    return masked;
}

/** Runs of hops that are marked and count, in seconds of the master. */
std::vector<TimeRange> runsOf (const std::vector<bool>& marked, const std::vector<bool>& counts)
{
    std::vector<TimeRange> runs;

    for (std::size_t hop = 0; hop < marked.size(); ++hop)
    {
        if (! counts[hop] || ! marked[hop])
            continue;

        const double start = static_cast<double> (hop) / hopsPerSecond;

        if (runs.empty() || hop == 0 || ! (counts[hop - 1] && marked[hop - 1]))
            runs.push_back ({ start, start });

        runs.back().end = static_cast<double> (hop + 1) / hopsPerSecond;
    }

    return runs;
}

double longest (const std::vector<TimeRange>& runs)
{
    double length = 0.0;

    for (const auto& run : runs)
        length = std::max (length, run.length());

    return length;
}

/** What came of one column. */
struct Runs
{
    std::vector<TimeRange> masked;
    std::vector<TimeRange> lost;
    double counted = 0.0; ///< seconds
};

double maskedShare (const Runs& runs)
{
    return runs.counted > 0.0 ? totalLength (runs.masked) / runs.counted : 0.0;
}

double highOfNorm (const Comparison& comparison, std::string_view measure)
{
    const auto norm = normOf (comparison, measure);
    return norm ? norm->high : 0.0;
}

/** What the runs come to beside what is allowed on this column. */
struct Answer
{
    bool isMasked = false;
    bool isLost = false;
    double allowedShare = 0.0; ///< of what is masked
    double allowedLostSeconds = 0.0;

    bool isFinding() const { return isMasked || isLost; }
};

/** Where most released masters drown too, the place is at fault and no quiet part: docs/decisions/0133. */
Answer answerOn (const Runs& runs, const Comparison& comparison)
{
    Answer answer;
    answer.allowedShare = highOfNorm (comparison, "quietMaskedShare");
    answer.allowedLostSeconds = std::max (lostSeconds, highOfNorm (comparison, "quietLostSeconds"));
    answer.isMasked = longest (runs.masked) >= maskedSeconds
                      && maskedShare (runs) > answer.allowedShare;
    answer.isLost = longest (runs.lost) >= answer.allowedLostSeconds;
    return answer;
}

/** With the threshold that is the hardest to exceed of those that were. */
Evidence evidenceOf (const Comparison& comparison, const Runs& runs, const Answer& answer)
{
    const std::string source = "partial loudness on ISO 532-1 (docs/decisions/0051) beside \""
                               + comparison.column->noise->name + "\", a steady noise";

    if (answer.isLost)
        return { "longest time with less than 0.5 sone left beside the noise",
                 longest (runs.lost),
                 answer.allowedLostSeconds,
                 "s",
                 answer.allowedLostSeconds > lostSeconds ? Basis::corpus : Basis::heuristic,
                 answer.allowedLostSeconds > lostSeconds ? source + "; " + normSource (comparison)
                                                         : source };

    if (answer.allowedShare * runs.counted > maskedSeconds)
        return { "share of the time with less than a quarter of its loudness left beside the noise",
                 maskedShare (runs),
                 answer.allowedShare,
                 "",
                 Basis::corpus,
                 source + "; " + normSource (comparison) };

    return { "longest time with less than a quarter of its loudness left beside the noise",
             longest (runs.masked),
             maskedSeconds,
             "s",
             Basis::heuristic,
             source };
}

Finding findingOf (const Comparison& comparison, const Runs& runs, const Answer& answer)
{
    Finding finding;
    auto sunk = answer.isMasked ? runs.masked : runs.lost;
    const double length = longest (sunk);
    finding.rule = RuleId::quietPartsMasked;
    finding.severity = totalLength (sunk) >= leastShare * runs.counted ? Severity::warn
                                                                       : Severity::note;
    std::erase_if (sunk, [] (const TimeRange& run) { return run.length() < maskedSeconds / 2; });
    finding.ranges = lasting (std::move (sunk));
    finding.spread = spreadOf (finding.ranges, comparison.master.seconds);
    finding.evidence = evidenceOf (comparison, runs, answer);

    // Of what is worn it is not known how much noise it keeps out.
    const bool isWorn = library::isWorn (comparison.column->device->kind);
    finding.confidence = isWorn ? 0.5 : 0.8;
    finding.summary = finding.ranges.size() < 2
                          ? "A quiet passage sinks under the noise for " + seconds (length) + "."
                          : "Quiet passages sink under the noise: one for " + seconds (length)
                                + ", " + seconds (totalLength (finding.ranges)) + " in all.";
    finding.remedy.proposals = quietLifts (comparison.master, finding.ranges);
    finding.remedy.sentence =
        "Lift the quiet passages in the mix: untried. Where they are meant to be "
        "this quiet, nothing is wrong.";
    return finding;
}

} // namespace

Judgement quietPartsMasked (const Comparison& comparison)
{
    Judgement judgement;

    if (comparison.column->noise == nullptr || ! comparison.column->noise->noise)
        return judgement;

    const auto& ears = comparison.device->ears;
    const auto threshold = hearing::MaskedThreshold::beside (
        comparison.column->noise->noise->thirdOctavesDbSpl, ears.field);

    if (! threshold)
    {
        judgement.notAssessable = threshold.problem().what;
        return judgement;
    }

    const auto heard = besideNoise (ears, *threshold);
    const auto counts = hopsThatCount (heard.quiet);
    const Runs runs { runsOf (maskedHops (heard), counts),
                      runsOf (hopsBelow (lostSone, heard.left), counts),
                      static_cast<double> (std::ranges::count (counts, true)) / hopsPerSecond };
    judgement.measures = { { "quietMaskedSeconds", longest (runs.masked) },
                           { "quietLostSeconds", longest (runs.lost) },
                           { "quietMaskedShare", maskedShare (runs) } };

    if (const auto answer = answerOn (runs, comparison); answer.isFinding())
    {
        judgement.findings.push_back (findingOf (comparison, runs, answer));
        judgement.findings.back().plot = loudnessPlot (heard.quiet, heard.left, maskedSone);
    }

    return judgement;
}

} // namespace analysis
