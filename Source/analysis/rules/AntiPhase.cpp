// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/AntiPhase.h"

#include "analysis/rules/Figures.h"
#include "analysis/rules/Realignment.h"
#include "analysis/rules/SoundingHops.h"

#include <algorithm>
#include <cmath>

namespace analysis
{

namespace
{

constexpr double warnBelow = -0.2;
constexpr double failBelow = -0.5;
constexpr double lowEndHz = 300.0;
constexpr auto hopsPerWindow = static_cast<std::size_t> (windowSeconds * hopsPerSecond);

// Wide pads and double-tracked guitars pass through negative correlation for moments.
constexpr double warnShare = 0.1;
constexpr double warnSeconds = 3.0;
constexpr double noteSeconds = 0.5;

/** What two channels have in common in a window, all of it or the lows. */
struct Together
{
    double left = 0.0;
    double right = 0.0;
    double product = 0.0;
};

Together all (const StereoHop& hop)
{
    return { static_cast<double> (hop.left),
             static_cast<double> (hop.right),
             static_cast<double> (hop.product) };
}

// Below 300 Hz and unweighted.
Together lows (const StereoHop& hop)
{
    return { static_cast<double> (hop.lowLeft),
             static_cast<double> (hop.lowRight),
             static_cast<double> (hop.lowProduct) };
}

Together& operator+= (Together& sum, const Together& more)
{
    sum.left += more.left;
    sum.right += more.right;
    sum.product += more.product;
    return sum;
}

/** The correlation of every window of 0.4 s that counts; 1 elsewhere. */
struct Correlations
{
    std::vector<double> values;
    double lowest = 1.0;
    double overall = 1.0;
    std::size_t numSounding = 0;
};

// Lows that carry less than a hundredth of the window's power are no bass to speak of.
constexpr double leastLowShare = 0.01;

Correlations correlations (const StereoField& field,
                           const std::vector<bool>& sounding,
                           Together (*part) (const StereoHop&))
{
    Correlations result;
    Together whole;

    for (std::size_t first = 0; first + hopsPerWindow <= field.hops.size(); ++first)
    {
        Together window;
        Together everything;

        for (std::size_t i = first; i < first + hopsPerWindow; ++i)
        {
            window += part (field.hops[i]);
            everything += all (field.hops[i]);
        }

        result.values.push_back (1.0);

        if (first >= sounding.size() || ! sounding[first]
            || window.left + window.right < leastLowShare * (everything.left + everything.right))
            continue;

        whole += window;
        ++result.numSounding;
        result.values.back() =
            correlation (window.left, window.right, window.product).value_or (1.0);
        result.lowest = std::min (result.lowest, result.values.back());
    }

    result.overall = correlation (whole.left, whole.right, whole.product).value_or (1.0);
    return result;
}

double secondsBelow (const Correlations& found, double limit)
{
    const auto count = std::ranges::count_if (found.values,
                                              [limit] (double rho) { return rho < limit; });
    return static_cast<double> (count) / hopsPerSecond;
}

std::vector<TimeRange> rangesBelow (const Correlations& found, double limit)
{
    std::vector<bool> marked (found.values.size());
    std::transform (found.values.begin(), found.values.end(), marked.begin(), [limit] (double rho) {
        return rho < limit;
    });
    return rangesOf (marked);
}

bool isLong (double seconds, const Correlations& found)
{
    const double sounding = static_cast<double> (found.numSounding) / hopsPerSecond;
    return seconds >= std::max (warnSeconds, warnShare * sounding);
}

struct Words
{
    std::string_view what;
    std::string_view summary;
    std::optional<Band> band;
    std::span<const Treatment> proposals;
};

std::optional<Finding>
judge (const MasterMeasures& master, const Correlations& found, const Words& words)
{
    const double below = secondsBelow (found, warnBelow);

    if (below < noteSeconds)
        return std::nullopt;

    const bool isFar = isLong (secondsBelow (found, failBelow), found);
    Finding finding;
    finding.rule = RuleId::antiPhase;
    finding.aspect = words.band ? "bass" : "whole";
    finding.severity = isFar                   ? Severity::fail
                       : isLong (below, found) ? Severity::warn
                                               : Severity::note;
    finding.ranges = rangesBelow (found, isFar ? failBelow : warnBelow);
    finding.band = words.band;
    finding.spread = spreadOf (finding.ranges, master.seconds);
    finding.evidence = { std::string (words.what) + ", lowest over 0.4 s",
                         found.lowest,
                         isFar ? failBelow : warnBelow,
                         "",
                         Basis::heuristic,
                         "the practice of correlation meters; over 0.4 s, for more than 3 s and "
                         "10 % of the time before it is a warning" };
    finding.summary = std::string (words.summary);
    finding.remedy.proposals = realignmentsBefore (words.proposals, master, finding.ranges);
    finding.remedy.sentence = "Look for an inverted channel, a widener or a delay, and undo it: "
                              "untried.";
    return finding;
}

} // namespace

Judgement antiPhase (const Comparison& comparison)
{
    const auto& master = comparison.master;
    Judgement judgement;

    judgement.notAssessable = whyNotStereo (master);

    if (! judgement.notAssessable.empty())
        return judgement;

    const auto sounding = soundingHops (master);
    const auto broad = correlations (master.stereo, sounding, all);
    const auto low = correlations (master.stereo, sounding, lows);
    judgement.measures = { { "correlation", broad.overall },
                           { "correlationLowest", broad.lowest },
                           { "bassCorrelation", low.overall },
                           { "bassCorrelationLowest", low.lowest } };

    const Words broadly { "correlation of left and right",
                          "Left and right pull against each other: hollow on loudspeakers, and "
                          "thin or gone in mono.",
                          std::nullopt,
                          narrowing };
    const Words inTheBass { "correlation of left and right below 300 Hz",
                            "The bass is out of phase between left and right: weak on "
                            "loudspeakers, gone on one speaker.",
                            Band { 20.0, lowEndHz },
                            bassInMono };

    for (const auto& finding : { judge (master, broad, broadly), judge (master, low, inTheBass) })
        if (finding)
            judgement.findings.push_back (*finding);

    return judgement;
}

} // namespace analysis
