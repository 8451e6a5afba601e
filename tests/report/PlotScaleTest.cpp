// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html/PlotScale.h"

#include <gmock/gmock.h>

#include <cmath>

namespace report
{

using analysis::FindingPlot;
using analysis::PlotSeries;
using testing::ElementsAre;

namespace
{

FindingPlot plotOf (FindingPlot::Over over,
                    std::vector<double> x,
                    std::vector<double> y,
                    const std::string& unit)
{
    return { over, "",   "",
             "",   unit, { { PlotSeries::Role::device, "", std::move (x), std::move (y) } } };
}

std::vector<std::string> labels (const PlotScale& scale)
{
    std::vector<std::string> words;

    for (const auto& tick : scale.ticks())
        words.push_back (tick.label);

    return words;
}

} // namespace

TEST (PlotScale, hasStepsThatOneCounts)
{
    EXPECT_DOUBLE_EQ (niceStep (10.0, 5), 2.0);
    EXPECT_DOUBLE_EQ (niceStep (23.0, 5), 5.0);
    EXPECT_DOUBLE_EQ (niceStep (0.3, 5), 0.1);
    EXPECT_DOUBLE_EQ (niceStep (99.0, 5), 20.0);
}

TEST (PlotScale, showsAllThatIsFinite)
{
    const auto scale = PlotScale::vertical (
        plotOf (FindingPlot::Over::hertz, { 1, 2, 3 }, { -7.2, std::nan (""), 1.0 }, "dB"));

    EXPECT_THAT (labels (scale), ElementsAre ("-8", "-6", "-4", "-2", "0", "2"));
    EXPECT_DOUBLE_EQ (scale.placeOf (-8.0), 0.0);
    EXPECT_DOUBLE_EQ (scale.placeOf (2.0), 1.0);
}

TEST (PlotScale, cutsLevelsThatNobodyHears)
{
    const auto scale = PlotScale::vertical (
        plotOf (FindingPlot::Over::hertz, { 1, 2 }, { -200.0, 80.0 }, "dB SPL"));
    EXPECT_DOUBLE_EQ (scale.low(), 20.0);
}

TEST (PlotScale, beginsQuantitiesAtNothing)
{
    const auto scale = PlotScale::vertical (
        plotOf (FindingPlot::Over::seconds, { 1, 2 }, { 8.0, 12.0 }, "sone"));
    EXPECT_DOUBLE_EQ (scale.low(), 0.0);
}

TEST (PlotScale, endsForAValueAloneAndForNone)
{
    EXPECT_LT (PlotScale::vertical (plotOf (FindingPlot::Over::hertz, { 1 }, { 5.0 }, "dB"))
                   .ticks()
                   .size(),
               10u);
    EXPECT_LT (PlotScale::vertical (plotOf (FindingPlot::Over::hertz, {}, {}, "dB")).ticks().size(),
               10u);
    EXPECT_LT (
        PlotScale::horizontal (plotOf (FindingPlot::Over::seconds, { 0, 40000 }, { 1, 1 }, ""))
            .ticks()
            .size(),
        10u);
}

TEST (PlotScale, isLogarithmicOverFrequency)
{
    const auto scale = PlotScale::horizontal (
        plotOf (FindingPlot::Over::hertz, { 30 }, { 1 }, "dB"));
    EXPECT_NEAR (scale.placeOf (200.0), 1.0 / 3.0, 1e-12);
    EXPECT_NEAR (scale.placeOf (2000.0), 2.0 / 3.0, 1e-12);
}

TEST (PlotScale, tellsTheTime)
{
    EXPECT_THAT (labels (PlotScale::horizontal (
                     plotOf (FindingPlot::Over::seconds, { 0, 179 }, { 1, 1 }, ""))),
                 ElementsAre ("0:00", "1:00", "2:00"));
}

} // namespace report
