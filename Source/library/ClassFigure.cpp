// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ClassFigure.h"

#include "library/LevelList.h"
#include "units/Precondition.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace library
{

namespace
{

double median (std::vector<double> values)
{
    std::sort (values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
}

double standardDeviation (const std::vector<double>& values)
{
    const auto count = static_cast<double> (values.size());
    const double mean = std::accumulate (values.begin(), values.end(), 0.0) / count;
    double squares = 0.0;

    for (const double value : values)
        squares += (value - mean) * (value - mean);

    return std::sqrt (squares / (count - 1.0));
}

std::vector<double> levelsAt (std::span<const dsp::FrequencyResponse> units, double frequencyHz)
{
    std::vector<double> levels;

    for (const auto& unit : units)
        levels.push_back (unit.levelDbAt (frequencyHz));

    return levels;
}

} // namespace

ClassFigure classFigure (std::span<const dsp::FrequencyResponse> units)
{
    PRECONDITION (units.size() >= 2);
    std::vector<dsp::FrequencyResponse> referenced;

    for (const auto& unit : units)
        referenced.push_back (normalised (unit));

    auto spread = dsp::FrequencyResponse::sampled (dsp::libraryGridHz(), [&] (double frequency) {
        return standardDeviation (levelsAt (referenced, frequency));
    });

    // Five units make a median worth the name: a heuristic, docs/data-formats.md.
    const auto evidence = units.size() >= 5 ? Evidence::classMedian : Evidence::classTypical;
    return { normalised (medianOf (referenced)), std::move (spread), evidence };
}

dsp::FrequencyResponse medianOf (std::span<const dsp::FrequencyResponse> units)
{
    return dsp::FrequencyResponse::sampled (dsp::libraryGridHz(), [&] (double frequency) {
        return median (levelsAt (units, frequency));
    });
}

} // namespace library
