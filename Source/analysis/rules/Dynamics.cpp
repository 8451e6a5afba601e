// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/Dynamics.h"

#include "analysis/rules/Figures.h"

#include <algorithm>
#include <cmath>

namespace analysis
{

namespace
{

constexpr double noteDb = 8.0;
constexpr double warnDb = 6.0;
constexpr double loudestShare = 0.3;
constexpr double percentile = 0.1;
constexpr std::size_t hopsPerShortTerm = 30;

/** What the peaks of 3 s stand above their loudness; windows that are softer than the gates have none. */
struct PeakOverLoudness
{
    std::size_t hop; ///< the last of the 3 s
    double loudness;
    double db;
};

std::vector<PeakOverLoudness> psrOf (const MasterMeasures& master, double gate)
{
    std::vector<PeakOverLoudness> result;
    const auto length = std::min (master.curve.points.size(), master.peaks.size());

    for (std::size_t hop = hopsPerShortTerm - 1; hop < length; ++hop)
    {
        const auto loudness = static_cast<double> (master.curve.points[hop].shortTermLufs);

        if (loudness < gate)
            continue;

        const auto* last = master.peaks.data() + hop + 1;
        const auto peak = static_cast<double> (*std::max_element (last - hopsPerShortTerm, last));
        result.push_back ({ hop, loudness, 20.0 * std::log10 (peak) - loudness });
    }

    return result;
}

double tenthPercentileOfLoudest (std::vector<PeakOverLoudness> psr)
{
    std::ranges::sort (psr, std::greater(), &PeakOverLoudness::loudness);
    const auto size = static_cast<double> (psr.size());
    psr.resize (static_cast<std::size_t> (std::ceil (loudestShare * size)));
    std::ranges::sort (psr, {}, &PeakOverLoudness::db);
    return psr[static_cast<std::size_t> (percentile * static_cast<double> (psr.size()))].db;
}

/** The middles of the windows of 3 s in which the peaks stand out less. */
std::vector<TimeRange>
rangesBelow (const std::vector<PeakOverLoudness>& psr, double allowed, std::size_t numHops)
{
    std::vector<bool> marked (numHops);
    constexpr std::size_t toMiddle = hopsPerShortTerm / 2
                                     + static_cast<std::size_t> (windowSeconds * hopsPerSecond) / 2
                                     - 1;

    for (const auto& window : psr)
        if (window.db < allowed)
            marked[window.hop - toMiddle] = true;

    return rangesOf (marked);
}

} // namespace

Judgement dynamics (const Comparison& comparison)
{
    const auto& master = comparison.master;
    Judgement judgement;
    constexpr double silenceLufs = -70.0;
    constexpr double softerLu = 20.0;

    const auto psr =
        master.loudness.integrated
            ? psrOf (master, std::max (silenceLufs, master.loudness.integrated->value - softerLu))
            : std::vector<PeakOverLoudness> {};

    if (psr.empty())
    {
        judgement.notAssessable = "The file is silent, or shorter than 3 s.";
        return judgement;
    }

    const double low = tenthPercentileOfLoudest (psr);
    judgement.measures = { { "psrDb", low } };

    if (low >= noteDb)
        return judgement;

    Finding finding;
    const double allowed = low < warnDb ? warnDb : noteDb;
    finding.rule = RuleId::dynamics;
    finding.severity = low < warnDb ? Severity::warn : Severity::note;
    finding.ranges = rangesBelow (psr, allowed, master.peaks.size());
    finding.spread = spreadOf (finding.ranges, master.seconds);
    finding.evidence = { "true peak less short-term loudness (PSR), 10th percentile of the loudest "
                         "30 %",
                         low,
                         allowed,
                         "dB",
                         Basis::heuristic,
                         "PSR: AES convention e-Brief 373; 8 dB is a mastering engineers' rule of "
                         "thumb, 6 dB ours" };
    finding.confidence = 0.7; // a lone synthesiser has peaks as low
    finding.summary = "Where it is loudest the peaks stand only " + figures::tenths (low)
                      + " dB above the loudness: it may sound flat and tire the ear.";
    finding.remedy.sentence = "Limit or clip less where it is loudest: untried.";
    judgement.findings = { std::move (finding) };
    return judgement;
}

} // namespace analysis
