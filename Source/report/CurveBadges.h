// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/PlotAxes.h"

#include <span>
#include <vector>

namespace report
{

/** Where the numeral of a curve sits, in the plot area's units. */
struct Badge
{
    double x;
    double y;
};

inline constexpr double badgeRadius = 8.5;

/** One place on each curve, where it stands clear of the others, and no two badges touch. */
std::vector<Badge>
badgesFor (std::span<const PlottedResponse> responses, PlotArea area, const LevelAxis& levels);

} // namespace report
