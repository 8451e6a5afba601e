// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/FoldFindings.h"

#include "analysis/rules/FoldLosses.h"
#include "analysis/rules/Realignment.h"

#include <algorithm>
#include <cmath>

namespace analysis
{

namespace
{

constexpr double combedShare = 0.15;
constexpr double upperWarnDb = -4.5; // as mono-loss has it

} // namespace

std::vector<TimeRange> rangesOfWindows (const std::vector<bool>& windows)
{
    std::vector<TimeRange> ranges;

    for (std::size_t window = 0; window < windows.size(); ++window)
        if (windows[window])
        {
            const double start = StereoField::foldWindowSeconds * static_cast<double> (window);
            ranges.push_back ({ start, start + StereoField::foldWindowSeconds });
        }

    return joined (std::move (ranges));
}

FindingPlot foldPlot (const StereoField& field, const std::vector<bool>& windows, double warnDb)
{
    FindingPlot plot;
    plot.title = "What one speaker leaves of the stereo sound, band by band";
    plot.yName = "level in mono";
    plot.yUnit = "dB";
    PlotSeries left { PlotSeries::Role::device, "in mono", {}, {} };
    PlotSeries limit { PlotSeries::Role::threshold, "what a warning begins at", {}, {} };

    for (std::size_t band = 0; band < erb_bands::count; ++band)
    {
        const double hertz = std::sqrt (erb_bands::edgeHz (band) * erb_bands::edgeHz (band + 1));
        left.x.push_back (hertz);
        left.y.push_back (foldLossDb (field, band, band + 1, windows));
        limit.x.push_back (hertz);
        limit.y.push_back (warnDb);
    }

    plot.series = { std::move (left), std::move (limit) };
    return plot;
}

std::vector<bool> combedWindows (const StereoField& field)
{
    std::vector<bool> windows (field.folds.size());
    constexpr auto perSegment = static_cast<std::size_t> (StereoField::combSegmentSeconds
                                                          / StereoField::foldWindowSeconds);

    for (std::size_t window = 0; window < windows.size(); ++window)
        windows[window] = static_cast<double> (field.combedShare[window / perSegment])
                          > combedShare;

    return windows;
}

Finding combFinding (const MasterMeasures& master, const std::vector<bool>& windows)
{
    Finding finding;
    finding.rule = RuleId::monoLoss;
    finding.aspect = "comb";
    finding.severity = Severity::warn;
    finding.ranges = rangesOfWindows (windows);
    finding.band = Band { 200.0, 8000.0 };
    finding.spread = spreadOf (finding.ranges, master.seconds);
    const auto& shares = master.stereo.combedShare;
    finding.evidence = {
        "share of the spectrum that mono takes more than 10 dB from, highest over 4 s",
        static_cast<double> (*std::ranges::max_element (shares)),
        combedShare,
        "",
        Basis::physics,
        "the comb of a copy that comes later: 20 % of all frequencies lose 10 dB and "
        "more; the limit is ours"
    };
    finding.confidence = 0.8;
    finding.summary = "In mono the sound turns hollow, as one channel comes later than the other.";
    finding.remedy.proposals = realignments (master, finding.ranges);
    finding.remedy.sentence = "Take back the delay between left and right: untried.";
    finding.plot = foldPlot (master.stereo, windows, upperWarnDb);
    return finding;
}

} // namespace analysis
