// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ClassFigure.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace
{

/** Flat to 2 kHz, then this much louder: the reference band is untouched. */
dsp::FrequencyResponse withTreble (double db)
{
    return dsp::FrequencyResponse::sampled (dsp::libraryGridHz(), [db] (double frequency) {
        return frequency < 2000.0 ? 3.0 : 3.0 + db;
    });
}

std::vector<dsp::FrequencyResponse> unitsWithTreble (const std::vector<double>& levels)
{
    std::vector<dsp::FrequencyResponse> units;

    for (const double db : levels)
        units.push_back (withTreble (db));

    return units;
}

} // namespace

TEST (ClassFigure, isTheMedianPerFrequencyAfterReferencing)
{
    const auto odd = library::classFigure (unitsWithTreble ({ -9.0, 1.0, 2.0, 4.0, 30.0 }));
    const auto even = library::classFigure (unitsWithTreble ({ 1.0, 2.0, 4.0, 30.0 }));

    EXPECT_NEAR (odd.level.levelDbAt (8000.0), 2.0, 1e-9);
    EXPECT_NEAR (even.level.levelDbAt (8000.0), 3.0, 1e-9);
    EXPECT_NEAR (odd.level.levelDbAt (500.0), 0.0, 1e-9);
}

TEST (ClassFigure, spreadIsTheStandardDeviationBetweenUnits)
{
    const auto figure = library::classFigure (unitsWithTreble ({ -2.0, 0.0, 2.0 }));

    EXPECT_NEAR (figure.spread.levelDbAt (8000.0), 2.0, 1e-9);
    EXPECT_NEAR (figure.spread.levelDbAt (500.0), 0.0, 1e-9);
}

TEST (ClassFigure, isAMedianFromFiveUnitsOn)
{
    using library::Evidence;

    EXPECT_EQ (library::classFigure (unitsWithTreble ({ 1, 2, 3, 4 })).evidence,
               Evidence::classTypical);
    EXPECT_EQ (library::classFigure (unitsWithTreble ({ 1, 2, 3, 4, 5 })).evidence,
               Evidence::classMedian);
}
