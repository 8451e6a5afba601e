// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/ChannelBalance.h"

#include "analysis/rules/Figures.h"
#include "analysis/rules/HopsWithin.h"
#include "analysis/rules/SoundingHops.h"

#include <algorithm>
#include <cmath>

namespace analysis
{

namespace
{

constexpr double noteDb = 1.0;
constexpr double warnDb = 3.0;

// A lean that lasts: shorter ones are panned instruments taking turns.
constexpr double sustainedSeconds = 6.0;
constexpr auto hopsTogether = static_cast<std::size_t> (sustainedSeconds * hopsPerSecond);

/** Left less right in dB over 6 s around every hop that sounds; 0 elsewhere. */
struct Lean
{
    std::vector<double> values;
    double overall = 0.0;
};

double leanDb (double left, double right)
{
    constexpr double mostDb = 60.0;
    constexpr double silence = 1e-14;

    if (left + right < silence)
        return 0.0;

    return std::clamp (10.0 * std::log10 (left / right), -mostDb, mostDb);
}

Lean leanOf (const MasterMeasures& master)
{
    const auto& hops = master.stereo.hops;
    const auto sounding = soundingHops (master);
    std::vector<double> left (hops.size() + 1);
    std::vector<double> right (hops.size() + 1); // sums up to each hop

    for (std::size_t hop = 0; hop < hops.size(); ++hop)
    {
        const bool counts = hop < sounding.size() && sounding[hop];
        left[hop + 1] = left[hop] + (counts ? static_cast<double> (hops[hop].left) : 0.0);
        right[hop + 1] = right[hop] + (counts ? static_cast<double> (hops[hop].right) : 0.0);
    }

    Lean lean { std::vector<double> (hops.size()), leanDb (left.back(), right.back()) };

    for (std::size_t hop = 0; hop < hops.size(); ++hop)
        if (hop < sounding.size() && sounding[hop])
        {
            const auto first = hop - std::min (hop, hopsTogether / 2);
            const auto end = std::min (hops.size(), hop + hopsTogether / 2);
            lean.values[hop] = leanDb (left[end] - left[first], right[end] - right[first]);
        }

    return lean;
}

/** Where it leans to this side by more than so much. */
std::vector<TimeRange> rangesBeyond (const Lean& lean, double limit, double side)
{
    std::vector<bool> marked (lean.values.size());
    std::transform (lean.values.begin(), lean.values.end(), marked.begin(), [&] (double db) {
        return side * db > limit;
    });
    auto ranges = rangesOf (marked);
    std::erase_if (ranges,
                   [] (const TimeRange& range) { return range.length() < 0.5 * sustainedSeconds; });
    return ranges;
}

/** What takes back a lean, to the left or else to the right. */
Treatment turnDown (double leanDb)
{
    return { .kind = Treatment::Kind::channelGain,
             .db = -std::abs (leanDb),
             .channel = leanDb > 0.0 ? Treatment::Channel::left : Treatment::Channel::right };
}

/** Over the hops that sound in these ranges. */
double meanLeanDb (const Lean& lean, const std::vector<TimeRange>& ranges)
{
    double sum = 0.0;
    std::size_t count = 0;

    forEachHopWithin (ranges, lean.values.size(), [&] (std::size_t hop) {
        if (lean.values[hop] != 0.0)
        {
            sum += lean.values[hop];
            ++count;
        }
    });

    return count == 0 ? 0.0 : sum / static_cast<double> (count);
}

Finding findingOf (const MasterMeasures& master, const Lean& lean)
{
    const double side = lean.overall >= 0.0 ? 1.0 : -1.0;
    const double size = std::abs (lean.overall);
    Finding finding;
    finding.rule = RuleId::channelBalance;
    finding.severity = size > warnDb ? Severity::warn : Severity::note;
    const double allowed = finding.severity == Severity::warn ? warnDb : noteDb;
    finding.ranges = rangesBeyond (lean, allowed, side);

    if (finding.ranges.empty())
        finding.ranges = { { 0.0, master.seconds } };

    finding.spread = spreadOf (finding.ranges, master.seconds);
    finding.evidence = { "K-weighted level of one channel over the other",
                         size,
                         allowed,
                         "dB",
                         Basis::heuristic,
                         "practice; 1 dB is about what is just noticed as a shift of the middle" };
    finding.summary = "The mix leans to the " + std::string (side > 0.0 ? "left" : "right") + " by "
                      + figures::tenths (size) + " dB.";
    finding.remedy.proposals = { turnDown (lean.overall) };
    finding.remedy.sentence = "Turn the " + std::string (side > 0.0 ? "left" : "right")
                              + " channel down by " + figures::tenths (size) + " dB: untried.";
    return finding;
}

/** A lean that comes and goes, though the whole stands upright. */
std::optional<Finding> passingLean (const MasterMeasures& master, const Lean& lean)
{
    for (const double side : { 1.0, -1.0 })
    {
        const auto ranges = rangesBeyond (lean, warnDb, side);

        if (totalLength (ranges) < sustainedSeconds)
            continue;

        Lean passing = lean;
        passing.overall = side
                          * *std::ranges::max_element (
                              lean.values, {}, [side] (double db) { return side * db; })
                          * side;
        auto finding = findingOf (master, passing);
        finding.severity = Severity::note;
        finding.summary = "For a while the mix leans to the "
                          + std::string (side > 0.0 ? "left" : "right") + ", by up to "
                          + figures::tenths (std::abs (passing.overall)) + " dB.";
        finding.remedy.proposals = { turnDown (meanLeanDb (lean, finding.ranges)) };
        finding.remedy.sentence = "Even it out where it leans, unless it is meant to: untried.";
        return finding;
    }

    return std::nullopt;
}

} // namespace

Judgement channelBalance (const Comparison& comparison)
{
    const auto& master = comparison.master;
    Judgement judgement;

    judgement.notAssessable = whyNotStereo (master);

    if (! judgement.notAssessable.empty())
        return judgement;

    const auto lean = leanOf (master);
    judgement.measures = { { "leanDb", lean.overall } };

    if (std::abs (lean.overall) > noteDb)
        judgement.findings = { findingOf (master, lean) };
    else if (const auto passing = passingLean (master, lean))
        judgement.findings = { *passing };

    return judgement;
}

} // namespace analysis
