// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html/FindingPlotSvg.h"

#include "report/SampleReport.h"

#include <gmock/gmock.h>

#include <cmath>
#include <regex>

namespace report
{

using analysis::FindingPlot;
using analysis::PlotSeries;
using analysis::RuleId;
using analysis::Severity;
using testing::HasSubstr;
using testing::Not;

namespace
{

analysis::Finding withPlot (FindingPlot plot)
{
    auto finding = sampleFinding (RuleId::harsh, Severity::warn, "phone");
    finding.plot = std::move (plot);
    return finding;
}

FindingPlot oneCurve (std::vector<double> x, std::vector<double> y)
{
    return { FindingPlot::Over::hertz,
             "Title",
             "",
             "level",
             "dB",
             { { PlotSeries::Role::device, "curve", std::move (x), std::move (y) } } };
}

std::string curveOf (const std::string& svg)
{
    std::smatch found;
    return std::regex_search (svg, found, std::regex { "class=\"curve device\" d=\"([^\"]*)\"" })
               ? found[1].str()
               : "no curve";
}

} // namespace

TEST (FindingPlotSvg, isNothingWhereThereIsNothingToShow)
{
    EXPECT_EQ (findingPlot (sampleFinding (RuleId::harsh, Severity::warn, "phone")), "");
    EXPECT_EQ (findingPlot (withPlot ({})), "");
}

TEST (FindingPlotSvg, drawsFromTheLowestToTheHighest)
{
    // 20 Hz … 20 kHz are 364 wide, 0 … 10 dB are 188 high.
    EXPECT_EQ (curveOf (findingPlot (withPlot (oneCurve ({ 20, 20000 }, { 0, 10 })))),
               "M0,188L364,0");
}

TEST (FindingPlotSvg, breaksWhereThereIsNoNumber)
{
    const auto curve = curveOf (
        findingPlot (withPlot (oneCurve ({ 20, 200, 2000, 20000 }, { 0, std::nan (""), 10, 0 }))));
    EXPECT_EQ (std::count (curve.begin(), curve.end(), 'M'), 2);
    EXPECT_THAT (curve, Not (HasSubstr ("nan")));
}

TEST (FindingPlotSvg, thinsWhatNobodySees)
{
    std::vector<double> x (20000);
    std::vector<double> y (20000, 1.0);

    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = 20.0 + static_cast<double> (i);

    EXPECT_LT (findingPlot (withPlot (oneCurve (x, y))).size(), 20000u);
}

TEST (FindingPlotSvg, shadesTheBandOrTheTimes)
{
    const auto report = sampleReport();
    EXPECT_THAT (findingPlot (report.findings[3]), HasSubstr ("class=\"place\""));

    auto finding = withPlot (oneCurve ({ 20, 20000 }, { 0, 10 }));
    EXPECT_THAT (findingPlot (finding), Not (HasSubstr ("class=\"place\"")));
    finding.band = analysis::Band { 200.0, 2000.0 };
    EXPECT_THAT (findingPlot (finding),
                 HasSubstr ("<rect class=\"place\" x=\"121.33\" y=\"0\" width=\"121.33\""));
}

TEST (FindingPlotSvg, putsTheDeviceBesideNeutral)
{
    const auto svg = findingPlot (sampleReport().findings[1]);
    EXPECT_THAT (svg, HasSubstr ("class=\"bar neutral\""));
    EXPECT_THAT (svg, HasSubstr ("class=\"bar device\""));
    EXPECT_THAT (svg, HasSubstr ("class=\"bar threshold\""));
    EXPECT_THAT (svg, HasSubstr ("Smartphone (2020)</li>"));
}

} // namespace report
