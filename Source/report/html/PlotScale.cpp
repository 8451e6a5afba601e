// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html/PlotScale.h"

#include "report/SvgText.h"
#include "report/Words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace report
{

namespace
{

using analysis::FindingPlot;
using analysis::PlotSeries;

constexpr int mostSteps = 5;
constexpr double mostLevelRange = 60.0;

struct Extent
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    bool isEmpty() const { return low > high; }
};

Extent extentOf (const FindingPlot& plot, std::vector<double> PlotSeries::*values)
{
    Extent extent;

    for (const auto& series : plot.series)
        for (const double value : series.*values)
            if (std::isfinite (value))
                extent = { std::min (extent.low, value), std::max (extent.high, value) };

    return extent.isEmpty() ? Extent { 0.0, 1.0 } : extent;
}

std::string hertzLabel (double hertz)
{
    return hertz < 1000.0 ? svgNumber (hertz) : svgNumber (hertz / 1000.0) + "k";
}

std::vector<Tick> octaveTicks()
{
    std::vector<Tick> ticks;

    for (const double hertz : { 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000 })
        ticks.push_back ({ hertz, hertzLabel (hertz) });

    return ticks;
}

std::vector<Tick> timeTicks (double from, double to)
{
    constexpr std::array steps {
        1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0
    };
    const auto* step = std::ranges::find_if (
        steps, [&] (double candidate) { return (to - from) / candidate <= mostSteps; });
    const double seconds = step == steps.end() ? 3600.0 * std::ceil ((to - from) / 18000.0) : *step;
    std::vector<Tick> ticks;

    for (double time = seconds * std::ceil (from / seconds); time <= to; time += seconds)
        ticks.push_back ({ time, clockTime (time) });

    return ticks;
}

} // namespace

double niceStep (double span, int steps)
{
    const double power = std::pow (10.0, std::floor (std::log10 (span / steps)));

    for (const double digit : { 1.0, 2.0, 5.0 })
        if (span / (digit * power) <= steps)
            return digit * power;

    return 10.0 * power;
}

PlotScale PlotScale::vertical (const FindingPlot& plot)
{
    auto [low, high] = extentOf (plot, &PlotSeries::y);

    if (plot.yUnit.starts_with ("dB"))
        low = std::max (low, high - mostLevelRange);
    else if (low > 0.0)
        low = 0.0;

    if (high - low < 1e-9)
        high = low + 1.0;

    const double step = niceStep (high - low, mostSteps);
    PlotScale scale;
    scale.lowest = step * std::floor (low / step);
    scale.highest = step * std::ceil (high / step);

    for (double value = scale.lowest; value <= scale.highest + 0.5 * step; value += step)
        scale.marks.push_back ({ value, svgNumber (value) });

    return scale;
}

PlotScale PlotScale::horizontal (const FindingPlot& plot)
{
    const auto [low, high] = extentOf (plot, &PlotSeries::x);
    PlotScale scale;

    switch (plot.over)
    {
    case FindingPlot::Over::hertz:
        scale.lowest = 20.0;
        scale.highest = 20000.0;
        scale.isLogarithmic = true;
        scale.marks = octaveTicks();
        break;
    case FindingPlot::Over::seconds:
        scale.lowest = low;
        scale.highest = std::max (high, low + 1.0);
        scale.marks = timeTicks (scale.lowest, scale.highest);
        break;
    case FindingPlot::Over::ordinal:
        scale.lowest = low - 0.5;
        scale.highest = high + 0.5;

        for (double number = low; number <= high;
             number += std::max (1.0, std::ceil ((high - low) / 12.0)))
            scale.marks.push_back ({ number, svgNumber (number) });

        break;
    }

    return scale;
}

double PlotScale::placeOf (double value) const
{
    if (isLogarithmic)
        return std::log (std::max (value, 1.0) / lowest) / std::log (highest / lowest);

    return (value - lowest) / (highest - lowest);
}

} // namespace report
