// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/CurvePath.h"

#include <gmock/gmock.h>

#include <sstream>

namespace report
{

namespace
{

constexpr PlotArea area { 900.0, 400.0 };

std::vector<std::pair<double, double>> pointsOf (std::string path)
{
    for (char& character : path)
        if (character == 'M' || character == ',' || character == 'Z')
            character = ' ';

    std::istringstream numbers { path };
    std::vector<std::pair<double, double>> points;

    for (double x = 0.0, y = 0.0; numbers >> x >> y;)
        points.emplace_back (x, y);

    return points;
}

PlottedResponse flat()
{
    PlottedResponse response;
    response.level = dsp::FrequencyResponse::flat (units::Decibels { 0.0 });
    return response;
}

} // namespace

TEST (CurvePath, isOneStretchWhenAllOfItCanBeTrusted)
{
    const auto stretches = stretchesOf (flat());
    ASSERT_EQ (stretches.size(), 1u);
    EXPECT_EQ (stretches[0].trust, Trust::usable);
    EXPECT_EQ (stretches[0].band, (library::Band { 20.0, 20000.0 }));
}

TEST (CurvePath, changesTrustAtTheEdgesOfTheBands)
{
    auto response = flat();
    response.usableBandHz = { 200.0, 14000.0 };
    response.modelled = { { 20.0, 100.0 } };

    const auto stretches = stretchesOf (response);
    ASSERT_EQ (stretches.size(), 4u);
    EXPECT_EQ (stretches[0].trust, Trust::modelled);
    EXPECT_EQ (stretches[0].band, (library::Band { 20.0, 100.0 }));
    EXPECT_EQ (stretches[1].trust, Trust::outside);
    EXPECT_EQ (stretches[2].trust, Trust::usable);
    EXPECT_EQ (stretches[2].band, (library::Band { 200.0, 14000.0 }));
    EXPECT_EQ (stretches[3].trust, Trust::outside);
}

TEST (CurvePath, callsAModelledPartModelledInsideTheUsableBandToo)
{
    auto response = flat();
    response.modelled = { { 20.0, 80.0 } };
    EXPECT_EQ (stretchesOf (response).front().trust, Trust::modelled);
}

TEST (CurvePath, drawsNothingBeyondTheFiguresThereAre)
{
    auto response = flat();
    response.level = *dsp::FrequencyResponse::fromPoints ({ 100.0, 5000.0 }, { 0.0, 0.0 });
    const auto stretches = stretchesOf (response);
    ASSERT_EQ (stretches.size(), 1u);
    EXPECT_EQ (stretches[0].band, (library::Band { 100.0, 5000.0 }));

    response.level = *dsp::FrequencyResponse::fromPoints ({ 21000.0, 40000.0 }, { 0.0, 0.0 });
    EXPECT_TRUE (stretchesOf (response).empty());
}

TEST (CurvePath, goesThroughTheFigures)
{
    const std::vector responses { flat() };
    const FrequencyAxis frequencies { area };
    const LevelAxis levels { area, responses };
    const auto points = pointsOf (curvePath (responses[0], { 20.0, 20000.0 }, frequencies, levels));

    ASSERT_GT (points.size(), 400u);
    EXPECT_EQ (points.front().first, 0.0);
    EXPECT_EQ (points.back().first, 900.0);

    for (const auto& [x, y] : points)
        EXPECT_EQ (y, levels.yOf (0.0));
}

TEST (CurvePath, outlinesUncertaintyOnBothSidesOfTheCurve)
{
    auto response = flat();
    response.uncertaintyDb = { { { 20.0, 200.0 }, 4.0 }, { { 200.0, 20000.0 }, 1.0 } };
    const std::vector responses { response };
    const LevelAxis levels { area, responses };
    const auto outlines = bandOutlines (response, FrequencyAxis { area }, levels);

    ASSERT_EQ (outlines.size(), 1u);
    const auto points = pointsOf (outlines[0]);
    EXPECT_EQ (points.front().second, levels.yOf (4.0));
    EXPECT_EQ (points.back().second, levels.yOf (-4.0));
    EXPECT_EQ (points[points.size() / 2 - 1].second, levels.yOf (1.0));
}

TEST (CurvePath, leavesAGapWhereUncertaintyIsNotKnown)
{
    auto response = flat();
    response.uncertaintyDb = { { { 1000.0, 20000.0 }, 1.0 }, { { 20.0, 200.0 }, 4.0 } };
    const LevelAxis levels { area, {} };
    EXPECT_EQ (bandOutlines (response, FrequencyAxis { area }, levels).size(), 2u);
}

TEST (CurvePath, prefersTheSpreadBetweenUnits)
{
    auto response = flat();
    response.uncertaintyDb = { { { 20.0, 20000.0 }, 1.0 } };
    response.spread = dsp::FrequencyResponse::flat (units::Decibels { 3.0 });
    const LevelAxis levels { area, {} };
    const auto outlines = bandOutlines (response, FrequencyAxis { area }, levels);

    ASSERT_EQ (outlines.size(), 1u);
    EXPECT_EQ (pointsOf (outlines[0]).front().second, levels.yOf (3.0));
}

} // namespace report
