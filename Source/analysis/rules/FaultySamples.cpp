// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/Figures.h"
#include "analysis/rules/FileFault.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <string>

namespace analysis::file_faults
{

using figures::tenths;

namespace
{

constexpr double allowedDc = 0.001;

// Up to here too little of it is found for a warning: docs/measured/flags.md.
constexpr double leastDcToWarnOf = 0.005;

// Rumble and noise have a mean too in 5 s, but another one every time: three stretches in a row must agree.
constexpr std::size_t segmentsThatAgree = 3;

bool agree (std::span<const float> means)
{
    const auto [least, most] = std::ranges::minmax (means);
    const double smallest = static_cast<double> (std::min (std::abs (least), std::abs (most)));
    return least * most > 0.0f && smallest > allowedDc
           && static_cast<double> (most - least) < smallest;
}

struct Dc
{
    double worst = 0.0;
    std::vector<TimeRange> ranges;
};

Dc dcOf (const SampleFaults& samples)
{
    Dc dc;

    for (const auto& channel : samples.channels)
        for (std::size_t first = 0; first + segmentsThatAgree <= channel.means.size(); ++first)
        {
            const auto means = std::span { channel.means }.subspan (first, segmentsThatAgree);

            if (! agree (means))
                continue;

            const double start = SampleFaults::meanSeconds * static_cast<double> (first);
            dc.ranges.push_back ({ start, start + SampleFaults::meanSeconds * segmentsThatAgree });
            const float sum = std::accumulate (means.begin(), means.end(), 0.0f);
            dc.worst = std::max (dc.worst,
                                 std::abs (static_cast<double> (sum)) / segmentsThatAgree);
        }

    return dc;
}

} // namespace

void addDc (const MasterMeasures& master, Faults& faults)
{
    auto dc = dcOf (master.faults);

    if (dc.ranges.empty())
        return;

    faults.push_back (
        { "dc",
          dc.worst >= leastDcToWarnOf ? Severity::warn : Severity::note,
          joined (std::move (dc.ranges)),
          { "mean of the samples of a channel over 15 s, against full scale",
            100.0 * dc.worst,
            100.0 * allowedDc,
            "%",
            Basis::physics,
            "a mean that is not 0 takes headroom and clicks at every cut; the limit is "
            "ours" },
          "The waveform does not swing around zero (" + tenths (100.0 * dc.worst)
              + " % of DC): headroom is lost, and cuts click.",
          "Filter out everything below 10 Hz: untried.",
          { { Treatment::Kind::highPass, 10.0 } } });
}

void addClips (const MasterMeasures& master, Faults& faults)
{
    constexpr double allowedPerMinute = 10.0;
    int count = 0;
    std::vector<TimeRange> ranges;

    for (const auto& channel : master.faults.channels)
        for (std::size_t hop = 0; hop < channel.clips.size(); ++hop)
            if (channel.clips[hop] > 0)
            {
                count += channel.clips[hop];
                const double start = static_cast<double> (hop) / hopsPerSecond;
                ranges.push_back ({ start, start + 1.0 / hopsPerSecond });
            }

    if (count == 0)
        return;

    const double perMinute = 60.0 * count / std::max (master.seconds, 1.0);
    faults.push_back (
        { "clips",
          perMinute > allowedPerMinute ? Severity::warn : Severity::note,
          joined (std::move (ranges)),
          { "clipped runs (three and more equal samples at -1 dBFS or above) per minute",
            perMinute,
            perMinute > allowedPerMinute ? allowedPerMinute : 0.0,
            "1/min",
            Basis::physics,
            "tops that are flat; how many are too many is ours" },
          std::to_string (count) + (count == 1 ? " peak is" : " peaks are")
              + " cut off flat: clipping that is in the file itself.",
          "Go back to before the clipping, lower the level, and bounce again: untried." });
}

void addDropOuts (const MasterMeasures& master, Faults& faults)
{
    std::vector<TimeRange> ranges;
    double longest = 0.0;

    for (const auto& channel : master.faults.channels)
        for (const auto& range : channel.dropOuts)
        {
            longest = std::max (longest, range.length());
            ranges.push_back (range);
        }

    if (ranges.empty())
        return;

    faults.push_back (
        { "drop-outs",
          Severity::warn,
          joined (ranges),
          { "longest stretch of one and the same sample within sound",
            1000.0 * longest,
            5.0,
            "ms",
            Basis::physics,
            "5 to 200 ms, with sound of like level before and after" },
          ranges.size() == 1 ? "The sound drops out for " + tenths (1000.0 * longest) + " ms."
                             : "The sound drops out " + std::to_string (ranges.size())
                                   + " times, for up to " + tenths (1000.0 * longest) + " ms.",
          "Bounce again with a larger buffer, and look whether the gap is in the source: "
          "untried." });
}

} // namespace analysis::file_faults
