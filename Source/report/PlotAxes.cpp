// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/PlotAxes.h"

#include "report/SvgText.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace report
{

namespace
{

// IEC 60263 draws 25 dB or 50 dB to a decade; 40 dB at least keeps a flat response looking flat, and
// 60 dB at most keeps a steep one readable (heuristic).
constexpr double leastRangeDb = 40.0;
constexpr double mostRangeDb = 60.0;
constexpr double stepDb = 10.0;

struct Extent
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void include (double value)
    {
        low = std::min (low, value);
        high = std::max (high, value);
    }
};

double roundedUp (double level) { return stepDb * std::ceil (level / stepDb); }
double roundedDown (double level) { return stepDb * std::floor (level / stepDb); }

enum class Where
{
    usable,
    everywhere
};

Extent extentWithin (std::span<const PlottedResponse> responses, Where where)
{
    Extent extent;

    for (const auto& response : responses)
        for (const double frequency : dsp::libraryGridHz())
            if (where == Where::everywhere
                || (frequency >= response.usableBandHz.lowHz
                    && frequency <= response.usableBandHz.highHz))
                extent.include (response.level.levelDbAt (frequency));

    return extent;
}

std::string frequencyLabel (int digit, double decade)
{
    if (digit != 1 && digit != 2 && digit != 5)
        return {};

    const double frequency = digit * decade;
    return frequency < 1000.0 ? svgNumber (frequency) : svgNumber (frequency / 1000.0) + "k";
}

} // namespace

double FrequencyAxis::xOf (double frequencyHz) const
{
    return width * std::log (frequencyHz / lowestPlottedHz)
           / std::log (highestPlottedHz / lowestPlottedHz);
}

std::vector<GridLine> FrequencyAxis::gridLines()
{
    std::vector<GridLine> lines;

    for (double decade = 10.0; decade <= highestPlottedHz; decade *= 10.0)
        for (int digit = 1; digit <= 9; ++digit)
            if (digit * decade >= lowestPlottedHz && digit * decade <= highestPlottedHz)
                lines.push_back ({ digit * decade, frequencyLabel (digit, decade) });

    return lines;
}

LevelAxis::LevelAxis (PlotArea area, std::span<const PlottedResponse> responses)
    : height (area.height)
{
    const Extent usable = extentWithin (responses, Where::usable);
    const Extent whole = extentWithin (responses, Where::everywhere);

    if (usable.low > usable.high)
        return;

    top = roundedUp (usable.high);
    bottom = std::max (roundedDown (usable.low), top - mostRangeDb);

    // Room is added where more of the curves is hidden; in turn when nothing is.
    while (top - bottom < leastRangeDb)
    {
        const double hiddenBelow = std::max (0.0, bottom - whole.low);
        const double hiddenAbove = std::max (0.0, whole.high - top);
        const bool isMiddleBelow = top + bottom < usable.high + usable.low;
        const bool addsAbove = hiddenAbove == hiddenBelow ? isMiddleBelow
                                                          : hiddenAbove > hiddenBelow;
        (addsAbove ? top : bottom) += addsAbove ? stepDb : -stepDb;
    }
}

double LevelAxis::yOf (double levelDb) const { return height * (top - levelDb) / (top - bottom); }

std::vector<GridLine> LevelAxis::gridLines() const
{
    std::vector<GridLine> lines;

    for (double level = bottom; level <= top; level += 0.5 * stepDb)
    {
        const bool hasNumber = std::fmod (level, stepDb) == 0.0;
        lines.push_back ({ level, hasNumber ? svgNumber (level) : std::string {} });
    }

    return lines;
}

std::string frequencyWords (double frequencyHz)
{
    const double scale = std::pow (10.0, std::floor (std::log10 (frequencyHz)) - 1.0);
    const double rounded = scale * std::round (frequencyHz / scale);
    return rounded < 1000.0 ? svgNumber (rounded) + " Hz" : svgNumber (rounded / 1000.0) + " kHz";
}

} // namespace report
