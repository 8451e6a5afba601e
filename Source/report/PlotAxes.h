// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/PlottedResponse.h"

#include <span>
#include <string>
#include <vector>

namespace report
{

/** The rectangle that curves are drawn in, in the drawing's own units (y grows downwards). */
struct PlotArea
{
    double width;
    double height;
};

inline constexpr double lowestPlottedHz = 20.0;
inline constexpr double highestPlottedHz = 20000.0;

/** A line of the grid. */
struct GridLine
{
    double value;      ///< Hz or dB
    std::string label; ///< empty: a finer line without a number
};

/** 20 Hz … 20 kHz, logarithmic. */
class FrequencyAxis
{
public:
    explicit FrequencyAxis (PlotArea area) : width (area.width) {}

    double xOf (double frequencyHz) const;

    /** Every 1, 2, 3 … 9 of a decade; numbers at 1, 2 and 5. */
    static std::vector<GridLine> gridLines();

private:
    double width;
};

/** A level axis that ends on multiples of 10 dB and shows at least 40 dB.

    Levels inside the usable bands are always on it, up to 60 dB; what falls further (the bass of a
    phone) leaves at the bottom, so that it does not flatten what matters.
*/
class LevelAxis
{
public:
    LevelAxis (PlotArea area, std::span<const PlottedResponse> responses);

    double yOf (double levelDb) const;
    double topDb() const { return top; }
    double bottomDb() const { return bottom; }

    /** Every 5 dB; numbers at multiples of 10. */
    std::vector<GridLine> gridLines() const;

private:
    double height;
    double top = 20.0;
    double bottom = -20.0;
};

/** "200 Hz", "1.2 kHz": a frequency as one says it, to two digits. */
std::string frequencyWords (double frequencyHz);

} // namespace report
