// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace analysis
{

/** One curve of a finding's plot: as many x as y, x ascending. What is not finite breaks the line. */
struct PlotSeries
{
    /** How the curve is drawn, never by colour alone. */
    enum class Role
    {
        neutral,   ///< before: dashed
        device,    ///< after: solid and thick
        threshold, ///< what must be passed, or must not: dotted
        noise      ///< what covers it: a filled area down to the axis
    };

    Role role = Role::device;
    std::string name; ///< "Neutral", "this phone", "hearing threshold"
    std::vector<double> x;
    std::vector<double> y;

    bool operator== (const PlotSeries&) const = default;
};

/** What shows a finding to the eye: curves over frequency, over time, or bars over something counted
    (the harmonics of a note). A value for whoever draws. */
struct FindingPlot
{
    enum class Over
    {
        hertz,   ///< drawn on a logarithmic axis
        seconds, ///< of the master
        ordinal  ///< 1, 2, 3, …: drawn as bars, thresholds as marks across them
    };

    Over over = Over::hertz;
    std::string title; ///< "The harmonics of the bass at 1:12"
    std::string xName; ///< "harmonic"; may be empty for Hz and seconds
    std::string yName; ///< "level at the ear"
    std::string yUnit; ///< "dB SPL"
    std::vector<PlotSeries> series;

    bool operator== (const FindingPlot&) const = default;
};

} // namespace analysis
