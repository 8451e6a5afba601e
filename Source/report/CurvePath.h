// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/PlotAxes.h"

#include <string>
#include <vector>

namespace report
{

/** How a stretch of a curve is to be drawn. */
enum class Trust
{
    usable,  ///< full
    outside, ///< faint: the figures are there, but not to be trusted
    modelled ///< dashed: not measured
};

/** A stretch of a curve, in Hz, between two changes of trust. */
struct Stretch
{
    library::Band band;
    Trust trust;
};

/** The curve from its first to its last plotted point, cut wherever the trust in it changes. */
std::vector<Stretch> stretchesOf (const PlottedResponse& response);

/** What an SVG path's attribute "d" takes, for the curve within a band. */
std::string curvePath (const PlottedResponse& response,
                       library::Band band,
                       const FrequencyAxis& frequencies,
                       const LevelAxis& levels);

/** Closed outlines of level ± what is believed or how units differ: one for each connected part. */
std::vector<std::string> bandOutlines (const PlottedResponse& response,
                                       const FrequencyAxis& frequencies,
                                       const LevelAxis& levels);

} // namespace report
