// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/FindingPlot.h"

#include <string>
#include <vector>

namespace report
{

/** A place on an axis that is marked and named. */
struct Tick
{
    double value;
    std::string label;
};

/** From a quantity to a place between 0 and 1 along an axis. */
class PlotScale
{
public:
    /** Of the values of a plot: all that is finite, at most 60 dB of a level, from 0 where that costs little. */
    static PlotScale vertical (const analysis::FindingPlot& plot);
    static PlotScale horizontal (const analysis::FindingPlot& plot);

    double placeOf (double value) const;
    double low() const { return lowest; }
    double high() const { return highest; }
    const std::vector<Tick>& ticks() const { return marks; }

private:
    double lowest = 0.0;
    double highest = 1.0;
    bool isLogarithmic = false;
    std::vector<Tick> marks;
};

/** A step of 1, 2 or 5 times a power of ten that divides a span into at most so many. */
double niceStep (double span, int mostSteps);

} // namespace report
