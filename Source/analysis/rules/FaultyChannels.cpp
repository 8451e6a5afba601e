// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/Figures.h"
#include "analysis/rules/FileFault.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace analysis::file_faults
{

using figures::tenths;

namespace
{

double dbfs (double meanSquare) { return 10.0 * std::log10 (std::max (meanSquare, 1e-20)); }

} // namespace

void addChannels (const MasterMeasures& master, Faults& faults)
{
    if (master.numChannels != 2)
        return;

    constexpr double deadDb = 60.0;
    const double left = dbfs (master.faults.channels[0].power);
    const double right = dbfs (master.faults.channels[1].power);

    if (std::abs (left - right) > deadDb)
        faults.push_back ({ "dead",
                            Severity::fail,
                            wholeOf (master),
                            { "level of one channel below the other",
                              std::min (std::abs (left - right), 120.0),
                              deadDb,
                              "dB",
                              Basis::physics,
                              "RMS of all samples" },
                            std::string ("There is nothing in the ")
                                + (left < right ? "left" : "right") + " channel.",
                            "Bounce both channels, or make it a mono file: untried." });

    double product = 0.0;
    double powers[2] {};

    for (const auto& hop : master.stereo.hops)
    {
        powers[0] += static_cast<double> (hop.left);
        powers[1] += static_cast<double> (hop.right);
        product += static_cast<double> (hop.product);
    }

    constexpr double invertedBelow = -0.9;
    const double rho = correlation (powers[0], powers[1], product).value_or (1.0);

    if (rho < invertedBelow)
        faults.push_back (
            { "inverted",
              Severity::fail,
              wholeOf (master),
              { "correlation of left and right, of the whole file",
                rho,
                invertedBelow,
                "",
                Basis::physics,
                "-1 is an inverted copy" },
              "One channel is the other one turned over: in mono they cancel.",
              "Invert one channel: untried.",
              { { .kind = Treatment::Kind::inversion, .channel = Treatment::Channel::right } } });
}

void addEnds (const MasterMeasures& master, Faults& faults)
{
    constexpr double startsAbove = -24.0;
    constexpr double endsWithin = 20.0;
    constexpr double endSeconds = 0.02;

    if (! master.loudness.integrated)
        return;

    double start = -HUGE_VAL;
    double end = -HUGE_VAL;
    double whole = -HUGE_VAL;

    for (const auto& channel : master.faults.channels)
    {
        start = std::max (start, channel.startDbfs);
        end = std::max (end, channel.endDbfs);
        whole = std::max (whole, dbfs (channel.power));
    }

    if (start > startsAbove)
        faults.push_back ({ "start",
                            Severity::note,
                            { { 0.0, endSeconds } },
                            { "level of the first samples",
                              start,
                              startsAbove,
                              "dBFS",
                              Basis::heuristic,
                              "a start that is not at zero clicks; the limit is ours" },
                            "It begins in the middle of a sound: that may click.",
                            "Begin a moment earlier, or fade in for some milliseconds: untried." });

    if (end > whole - endsWithin)
        faults.push_back (
            { "end",
              Severity::note,
              { { std::max (0.0, master.seconds - endSeconds), master.seconds } },
              { "level of the last 20 ms below the level of the whole",
                whole - end,
                endsWithin,
                "dB",
                Basis::heuristic,
                "an end within 20 dB of the whole was cut off, or is meant to be a loop" },
              "It ends in the middle of a sound: the tail is cut off, unless it is a loop.",
              "Let the tail ring out before the end of the bounce: untried." });
}

void addSilences (const MasterMeasures& master, Faults& faults)
{
    auto ranges = master.faults.silences;

    if (ranges.empty() || ! master.loudness.integrated)
        return;

    double longest = 0.0;

    for (const auto& range : ranges)
        longest = std::max (longest, range.length());

    faults.push_back ({ "silence",
                        Severity::note,
                        std::move (ranges),
                        { "longest silence (below -80 dBFS)",
                          longest,
                          2.0,
                          "s",
                          Basis::heuristic,
                          "players and skips wait for nothing" },
                        "There is silence for " + tenths (longest) + " s.",
                        "Cut it, unless it is meant: untried." });
}

} // namespace analysis::file_faults
