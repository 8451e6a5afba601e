// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/FileFaults.h"

#include "analysis/rules/FileFault.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace analysis
{

namespace
{

double clipsPerMinute (const MasterMeasures& master)
{
    int count = 0;

    for (const auto& channel : master.faults.channels)
        count = std::accumulate (channel.clips.begin(), channel.clips.end(), count);

    return 60.0 * count / std::max (master.seconds, 1.0);
}

std::vector<Measure> measuresOf (const MasterMeasures& master)
{
    double mean = 0.0;
    std::size_t dropOuts = 0;

    for (const auto& channel : master.faults.channels)
    {
        mean = std::max (mean, std::abs (channel.mean));
        dropOuts += channel.dropOuts.size();
    }

    std::vector<Measure> measures { { "dcPercent", 100.0 * mean },
                                    { "clippedRunsPerMinute", clipsPerMinute (master) },
                                    { "dropOuts", static_cast<double> (dropOuts) } };

    if (master.edge)
        measures.push_back ({ "spectrumEndsHz", master.edge->hertz });

    if (const auto bits = master.faults.bits())
        measures.push_back ({ "bitsInUse", static_cast<double> (*bits) });

    return measures;
}

} // namespace

Judgement fileFaults (const Comparison& comparison)
{
    using namespace file_faults;
    const auto& master = comparison.master;
    Faults faults;

    for (const auto add : { addDc,
                            addClips,
                            addDropOuts,
                            addChannels,
                            addEnds,
                            addSilences,
                            addEdge,
                            addResolution })
        add (master, faults);

    Judgement judgement;
    judgement.measures = measuresOf (master);

    for (auto& fault : faults)
    {
        Finding finding;
        finding.rule = RuleId::fileFaults;
        finding.aspect = fault.aspect;
        finding.severity = fault.severity;
        finding.ranges = std::move (fault.ranges);
        finding.spread = spreadOf (finding.ranges, master.seconds);
        finding.evidence = std::move (fault.evidence);
        finding.summary = std::move (fault.summary);
        finding.remedy.proposals = std::move (fault.proposals);
        finding.remedy.sentence = std::move (fault.remedy);
        judgement.findings.push_back (std::move (finding));
    }

    return judgement;
}

} // namespace analysis
