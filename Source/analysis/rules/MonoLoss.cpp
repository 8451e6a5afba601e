// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/MonoLoss.h"

#include "analysis/rules/Figures.h"
#include "analysis/rules/FoldFindings.h"
#include "analysis/rules/FoldLosses.h"
#include "analysis/rules/Realignment.h"
#include "analysis/rules/SoundingHops.h"
#include "analysis/rules/Wording.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace analysis
{

namespace
{

using figures::tenths;

/** Of a part of the spectrum: from which loss on it is a warning, and from which a failure. */
struct Limits
{
    double warnDb;
    double failDb;
};

// Clean bass is nearly mono (pilot: 5th percentile of the lowest bands −3.2 dB, of all bands −3.3 dB), so less is
// forgiven there.
constexpr Limits bassLimits { -4.0, -6.0 };
constexpr Limits upperLimits { -4.5, -8.0 };
constexpr Limits wholeLimits { -3.5, -6.0 };
constexpr double bassEndHz = 260.0;
constexpr double leastSeconds = 2.0;
constexpr double leastShareOfTime = 0.05;

// Wide sounds cancel for moments in some band or other; what vanishes stays away.
constexpr double lastingSeconds = 5.0;
constexpr double lastingShareOfTime = 0.25;

/** Where something vanishes: bands [first, end) in these windows. */
struct Hole
{
    std::size_t first = 0;
    std::size_t end = 0;
    std::vector<bool> windows;
    double lossDb = 0.0;

    double seconds() const
    {
        return StereoField::foldWindowSeconds
               * static_cast<double> (std::ranges::count (windows, true));
    }

    /** Without more than one window between. */
    double longestSeconds() const
    {
        std::size_t longest = 0;
        std::size_t start = 0;
        std::size_t gap = 0;

        for (std::size_t window = 0; window < windows.size(); ++window)
        {
            gap = windows[window] ? 0 : gap + 1;

            if (gap > 1)
                start = window + 1;
            else if (gap == 0)
                longest = std::max (longest, window + 1 - start);
        }

        return StereoField::foldWindowSeconds * static_cast<double> (longest);
    }
};

bool isBass (std::size_t group) { return erb_bands::edgeHz (group + bandsPerGroup) <= bassEndHz; }

std::vector<bool> windowsBelow (const FoldLosses& losses, std::size_t group, double limit)
{
    std::vector<bool> below (losses.db.size());
    std::transform (
        losses.db.begin(), losses.db.end(), below.begin(), [&] (const FoldLosses::Groups& window) {
            return static_cast<double> (window[group]) < limit;
        });
    return below;
}

/** The group that loses most, summed over the time in which it is below the limit; widened by its neighbours
    that lose as much in the same time. nullopt: nothing vanishes for long enough. */
std::optional<Hole> deepestHole (const MasterMeasures& master,
                                 const FoldLosses& losses,
                                 bool (*isPart) (std::size_t group),
                                 double limit)
{
    std::optional<std::size_t> deepest;
    double most = 0.0;

    for (std::size_t group = 0; group < numBandGroups; ++group)
    {
        double sum = 0.0;

        for (const auto& window : losses.db)
            sum += std::max (0.0, limit - static_cast<double> (window[group]));

        if (isPart (group) && sum > most)
        {
            most = sum;
            deepest = group;
        }
    }

    if (! deepest)
        return std::nullopt;

    Hole hole { *deepest, *deepest + bandsPerGroup, windowsBelow (losses, *deepest, limit), 0.0 };
    const auto alsoLost = [&] (std::size_t band) {
        return foldLossDb (master.stereo, band, band + 1, hole.windows) < limit;
    };

    while (hole.first > 0 && alsoLost (hole.first - 1))
        --hole.first;

    while (hole.end < erb_bands::count && alsoLost (hole.end))
        ++hole.end;

    hole.lossDb = foldLossDb (master.stereo, *deepest, *deepest + bandsPerGroup, hole.windows);
    return hole;
}

double soundingSeconds (const FoldLosses& losses)
{
    const auto sounds = [] (const FoldLosses::Groups& shares) {
        return std::ranges::any_of (shares, [] (float share) { return share > 0.0f; });
    };
    return StereoField::foldWindowSeconds
           * static_cast<double> (std::ranges::count_if (losses.share, sounds));
}

std::string placeText (double lowHz, double highHz)
{
    return highHz <= 1.3 * bassEndHz
               ? "the bass"
               : "what lies between " + hertz (lowHz) + " and " + hertz (highHz);
}

/** What has been found, in what part of the spectrum. */
Finding
findingOf (const MasterMeasures& master, const Hole& hole, const Limits& limits, double sounding)
{
    const double lowHz = erb_bands::edgeHz (hole.first);
    const double highHz = erb_bands::edgeHz (hole.end);
    const bool isInBass = limits.warnDb == bassLimits.warnDb;
    const bool isLong = hole.longestSeconds() >= lastingSeconds
                        || hole.seconds() >= lastingShareOfTime * sounding;
    Finding finding;
    finding.rule = RuleId::monoLoss;
    finding.aspect = isInBass ? "bass" : "above";
    finding.severity = ! isLong                      ? Severity::note
                       : hole.lossDb < limits.failDb ? Severity::fail
                                                     : Severity::warn;
    finding.ranges = rangesOfWindows (hole.windows);
    finding.band = Band { lowHz, highHz };
    finding.spread = spreadOf (finding.ranges, master.seconds);
    finding.evidence = {
        "level of the mono fold against the channels' powers, in this band and time",
        hole.lossDb,
        finding.severity == Severity::fail ? limits.failDb : limits.warnDb,
        "dB",
        Basis::physics,
        "the algebra of (L + R) / 2: 0 dB the same, -3 dB unrelated; the limits "
        "are ours"
    };
    finding.confidence = 0.9;
    finding.summary = "In mono " + placeText (lowHz, highHz) + " drops " + tenths (-hole.lossDb)
                      + " dB.";
    finding.remedy.proposals = realignmentsBefore (
        isInBass ? bassInMono : narrowing, master, finding.ranges);
    finding.remedy.sentence =
        isInBass ? "Make the bass mono: untried."
                 : "Narrow what is wide there, or turn one of its channels over: untried.";
    finding.plot = foldPlot (master.stereo, hole.windows, limits.warnDb);
    return finding;
}

/** Where the fold of everything loses so much. */
std::vector<TimeRange> rangesOfLoss (const MasterMeasures& master, double limit)
{
    const auto& hops = master.stereo.hops;
    const auto sounding = soundingHops (master);
    constexpr auto hopsPerWindow = static_cast<std::size_t> (windowSeconds * hopsPerSecond);
    std::vector<bool> marked (hops.size());

    for (std::size_t first = 0; first + hopsPerWindow <= hops.size(); ++first)
    {
        double apart = 0.0;
        double product = 0.0;

        for (auto hop = first; hop < first + hopsPerWindow; ++hop)
        {
            apart += static_cast<double> (hops[hop].left) + static_cast<double> (hops[hop].right);
            product += static_cast<double> (hops[hop].product);
        }

        marked[first] = first < sounding.size() && sounding[first]
                        && 0.5 + product / apart < std::pow (10.0, limit / 10.0);
    }

    return rangesOf (marked);
}

Finding wholeFinding (const MasterMeasures& master, double lossLu)
{
    Finding finding;
    finding.rule = RuleId::monoLoss;
    finding.aspect = "whole";
    finding.severity = lossLu < wholeLimits.failDb ? Severity::fail : Severity::warn;
    finding.ranges = rangesOfLoss (master, wholeLimits.warnDb);
    finding.spread = spreadOf (finding.ranges, master.seconds);
    finding.evidence = { "integrated loudness of the mono fold less that of the stereo master",
                         std::max (lossLu, -60.0),
                         finding.severity == Severity::fail ? wholeLimits.failDb
                                                            : wholeLimits.warnDb,
                         "LU",
                         Basis::physics,
                         "ITU-R BS.1770-5 on (L + R) / 2; the limits are ours" };
    finding.summary = lossLu < -20.0 ? "In mono next to nothing is left."
                                     : "In mono the whole mix drops " + tenths (-lossLu)
                                           + " LU: the channels "
                                             "cancel each other.";
    finding.remedy.proposals = realignmentsBefore (narrowing, master, finding.ranges);
    finding.remedy.sentence = "Look for an inverted channel, or narrow the mix: untried.";
    finding.plot = foldPlot (
        master.stereo, std::vector<bool> (master.stereo.folds.size(), true), wholeLimits.warnDb);
    return finding;
}

} // namespace

Judgement monoLoss (const Comparison& comparison)
{
    const auto& master = comparison.master;
    Judgement judgement;
    const auto whole = master.stereo.foldLossLu();

    if (! whole)
    {
        judgement.notAssessable = master.numChannels == 2 ? "The file is silent."
                                                          : "The file is mono.";
        return judgement;
    }

    const auto losses = foldLosses (master);
    const double sounding = soundingSeconds (losses);
    const double needed = std::max (leastSeconds, leastShareOfTime * sounding);
    const auto bass = deepestHole (master, losses, isBass, bassLimits.warnDb);
    const auto upper = deepestHole (
        master, losses, [] (std::size_t group) { return ! isBass (group); }, upperLimits.warnDb);
    const auto lossOf = [] (const std::optional<Hole>& hole) { return hole ? hole->lossDb : 0.0; };
    const auto secondsOf = [] (const std::optional<Hole>& hole) {
        return hole ? hole->seconds() : 0.0;
    };
    const auto& combs = master.stereo.combedShare;
    judgement.measures = {
        { "monoLossLu", std::max (*whole, -60.0) },
        { "monoBassLossDb", lossOf (bass) },
        { "monoBassLossSeconds", secondsOf (bass) },
        { "monoUpperLossDb", lossOf (upper) },
        { "monoUpperLossSeconds", secondsOf (upper) },
        { "monoCombedShare",
          combs.empty() ? 0.0 : static_cast<double> (*std::ranges::max_element (combs)) }
    };

    if (*whole < wholeLimits.warnDb)
        judgement.findings.push_back (wholeFinding (master, *whole));

    if (bass && bass->seconds() >= needed && bass->lossDb < bassLimits.warnDb)
        judgement.findings.push_back (findingOf (master, *bass, bassLimits, sounding));

    if (upper && upper->seconds() >= needed && upper->lossDb < upperLimits.warnDb)
        judgement.findings.push_back (findingOf (master, *upper, upperLimits, sounding));

    // An inverted channel is no comb, and said already.
    const auto combed = combedWindows (master.stereo);
    const auto combedTime = StereoField::foldWindowSeconds
                            * static_cast<double> (std::ranges::count (combed, true));

    if (judgement.findings.empty()
        && combedTime >= std::max (StereoField::combSegmentSeconds, needed))
        judgement.findings.push_back (combFinding (master, combed));

    return judgement;
}

} // namespace analysis
