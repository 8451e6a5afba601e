// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/TruePeak.h"

#include "analysis/rules/Figures.h"

#include <cmath>

namespace analysis
{

namespace
{

using figures::signedTenths;

constexpr double ceilingDbtp = -1.0;
constexpr double ceilingOfLoudDbtp = -2.0;
constexpr double loudLufs = -14.0;
constexpr double fullScaleDbtp = 0.0;

// A limiter that is set to a ceiling may pass it by what meters differ in.
constexpr double meterToleranceDb = 0.1;

std::vector<TimeRange> rangesAbove (const PeakCurve& peaks, double dbtp)
{
    const auto gain = static_cast<float> (std::pow (10.0, dbtp / 20.0));
    std::vector<TimeRange> ranges;

    for (std::size_t hop = 0; hop < peaks.size(); ++hop)
        if (peaks[hop] > gain)
            ranges.push_back ({ static_cast<double> (hop) / hopsPerSecond,
                                static_cast<double> (hop + 1) / hopsPerSecond });

    return joined (std::move (ranges));
}

Finding findingOf (const MasterMeasures& master, double peakDbtp, double ceiling)
{
    Finding finding;
    const bool isOver = peakDbtp > fullScaleDbtp + meterToleranceDb;
    const double allowed = isOver ? fullScaleDbtp : ceiling;
    finding.rule = RuleId::truePeak;
    finding.severity = isOver ? Severity::warn : Severity::note;
    finding.ranges = rangesAbove (master.peaks, allowed);
    finding.spread = spreadOf (finding.ranges, master.seconds);
    finding.evidence = { "true peak",
                         peakDbtp,
                         allowed,
                         "dBTP",
                         Basis::standard,
                         "ITU-R BS.1770-5 annex 2; AES TD1008 and EBU R 128 ask for -1 dBTP, "
                         "Spotify for -2 dBTP above -14 LUFS" };
    finding.summary = isOver ? "Between the samples the peaks reach " + signedTenths (peakDbtp)
                                   + " dB over full scale: converters and encoders may clip them."
                             : "The peaks come up to " + signedTenths (peakDbtp)
                                   + " dBTP: little room is left for lossy encoders.";
    finding.remedy.proposals = { { Treatment::Kind::gain, 0.0, ceiling - peakDbtp, 0.7 } };
    finding.remedy.sentence = "Set the limiter's true-peak ceiling to " + signedTenths (ceiling)
                              + " dBTP: untried.";
    return finding;
}

} // namespace

Judgement truePeak (const Comparison& comparison)
{
    const auto& master = comparison.master;
    Judgement judgement;

    if (! master.loudness.truePeakDbtp)
    {
        judgement.notAssessable = "The file is silent.";
        return judgement;
    }

    const double peak = master.loudness.truePeakDbtp->value();
    const bool isLoud = master.loudness.integrated && master.loudness.integrated->value > loudLufs;
    const double ceiling = isLoud ? ceilingOfLoudDbtp : ceilingDbtp;
    judgement.measures = { { "truePeakDbtp", peak } };

    if (peak > ceiling + meterToleranceDb)
        judgement.findings = { findingOf (master, peak, ceiling) };

    return judgement;
}

} // namespace analysis
