// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ResponsePlot.h"

#include <gmock/gmock.h>

#include <cmath>
#include <regex>

namespace report
{

using testing::HasSubstr;
using testing::Not;

namespace
{

PlottedResponse named (const std::string& label, double tiltDbPerOctave)
{
    PlottedResponse response;
    response.label = label;
    response.evidence = "measured";
    response.level = dsp::FrequencyResponse::sampled (
        dsp::libraryGridHz(),
        [tiltDbPerOctave] (double hz) { return tiltDbPerOctave * std::log2 (hz / 600.0); });
    return response;
}

std::size_t count (const std::string& text, const std::string& pattern)
{
    const std::regex expression { pattern };
    return static_cast<std::size_t> (std::distance (
        std::sregex_iterator (text.begin(), text.end(), expression), std::sregex_iterator()));
}

const std::string curvesPattern = "<path [^>]*stroke-linejoin=\"round\"";
const std::string dashedPattern = "<path [^>]*stroke-linejoin=\"round\" stroke-dasharray";
const std::string bandPattern = "<path [^>]*class=\"band\"";

} // namespace

TEST (ResponsePlot, dashesExactlyWhatIsModelled)
{
    auto response = named ("Sedan", 0.0);
    const auto measured = responsePlotSvg ({ response }, "Sedan");
    EXPECT_EQ (count (measured, curvesPattern), 1u);
    EXPECT_EQ (count (measured, dashedPattern), 0u);
    EXPECT_THAT (measured, Not (HasSubstr (">modelled<")));

    response.modelled = { { 20.0, 80.0 } };
    const auto partly = responsePlotSvg ({ response }, "Sedan");
    EXPECT_EQ (count (partly, curvesPattern), 2u);
    EXPECT_EQ (count (partly, dashedPattern), 1u);
    EXPECT_THAT (partly, HasSubstr (">modelled<"));
}

TEST (ResponsePlot, shadesOnlyWhatHasAnUncertaintyAndSaysWhatTheShadeIs)
{
    auto response = named ("Phone", 0.0);
    EXPECT_EQ (count (responsePlotSvg ({ response }, "Phone"), bandPattern), 0u);

    response.uncertaintyDb = { { { 20.0, 20000.0 }, 1.5 } };
    EXPECT_EQ (count (responsePlotSvg ({ response }, "Phone"), bandPattern), 1u);
    EXPECT_THAT (responsePlotSvg ({ response }, "Phone"), HasSubstr (">uncertainty<"));

    response.spread = dsp::FrequencyResponse::flat (units::Decibels { 2.0 });
    EXPECT_EQ (count (responsePlotSvg ({ response }, "Phone"), bandPattern), 1u);
    EXPECT_THAT (responsePlotSvg ({ response }, "Phone"), HasSubstr (">spread between units<"));
    EXPECT_THAT (responsePlotSvg ({ response }, "Phone"), Not (HasSubstr (">uncertainty<")));
}

TEST (ResponsePlot, saysEvidenceUsableBandAndSourceOfEveryCurve)
{
    auto phone = named ("Phone", 1.0);
    phone.usableBandHz = { 200.0, 14000.0 };
    phone.source = "First measurer (MIT)";
    auto laptop = named ("Laptop", -1.0);
    laptop.evidence = "typical of 3 measured";
    laptop.source = "Second measurer (CC BY-SA 4.0)";
    const auto svg = responsePlotSvg ({ phone, laptop }, "Two");

    EXPECT_THAT (svg, HasSubstr (">measured<"));
    EXPECT_THAT (svg, HasSubstr (">typical of 3 measured<"));
    EXPECT_THAT (svg, HasSubstr (">usable 200 Hz – 14 kHz<"));
    EXPECT_THAT (svg, HasSubstr ("First measurer (MIT) · Second measurer (CC BY-SA 4.0)"));
}

TEST (ResponsePlot, namesASourceOnceHoweverManyCurvesComeFromIt)
{
    auto one = named ("One", 0.0);
    auto two = named ("Two", 1.0);
    one.source = "A; MIT · B; CC0";
    two.source = "C; CC0 · A; MIT";
    EXPECT_THAT (responsePlotSvg ({ one, two }, "t"),
                 HasSubstr (">Data: A; MIT · B; CC0 · C; CC0<"));
}

TEST (ResponsePlot, tellsApartCurvesThatShowDifferentThings)
{
    auto one = named ("One", 0.0);
    auto two = named ("Two", 1.0);
    one.quantity = two.quantity = "Sound at the eardrum";
    EXPECT_THAT (responsePlotSvg ({ one, two }, "Same"), HasSubstr (">Sound at the eardrum; 0 dB"));

    two.quantity = "Deviation from a target";
    EXPECT_THAT (responsePlotSvg ({ one, two }, "Mixed"),
                 HasSubstr ("1: Sound at the eardrum · 2: Deviation from a target"));
}

TEST (ResponsePlot, numbersCurvesOnlyWhenThereAreSeveral)
{
    // A numeral in the legend for each, and one on each curve.
    EXPECT_EQ (count (responsePlotSvg ({ named ("A", 0.0) }, "t"), "<circle"), 1u);
    EXPECT_EQ (count (responsePlotSvg ({ named ("A", 0.0), named ("B", 1.0) }, "t"), "<circle"),
               4u);
}

TEST (ResponsePlot, escapesWhatPeopleCallTheirDevices)
{
    const auto svg = responsePlotSvg ({ named ("R&D <1> \"x\"", 0.0) }, "A < B & C");
    EXPECT_THAT (svg, HasSubstr ("R&amp;D &lt;1&gt; &quot;x&quot;"));
    EXPECT_THAT (svg, HasSubstr ("A &lt; B &amp; C"));
    EXPECT_THAT (svg, Not (HasSubstr ("R&D")));
}

TEST (ResponsePlot, isTheSameBytesTwice)
{
    const std::vector responses { named ("A", 1.5), named ("B", -2.0), named ("C", 0.0) };
    EXPECT_EQ (responsePlotSvg (responses, "t"), responsePlotSvg (responses, "t"));
}

TEST (ResponsePlot, holdsNoNumberThatIsNotFinite)
{
    auto steep = named ("Steep", 200.0);
    const auto svg = responsePlotSvg ({ steep }, "t");
    EXPECT_EQ (count (svg, "[\" ,](nan|inf|-nan|-inf)"), 0u);
    EXPECT_EQ (count (svg, "[0-9]e[+-]?[0-9]"), 0u);
}

TEST (ResponsePlot, isAnEmptySheetWithoutCurves)
{
    const auto svg = responsePlotSvg ({}, "Nothing yet");
    EXPECT_THAT (svg, HasSubstr (">Nothing yet<"));
    EXPECT_EQ (count (svg, curvesPattern), 0u);
}

TEST (ResponsePlot, needsNothingFromOutside)
{
    // Besides the name of its own language, no address.
    const auto svg = responsePlotSvg ({ named ("A", 0.0) }, "t");
    EXPECT_EQ (count (svg, "https?://"), 1u);
    EXPECT_EQ (count (svg, "(href|url\\(|@import|<style|<script| id=)"), 0u);
}

TEST (ResponsePlot, keepsNumeralsApartOnCurvesThatCoincide)
{
    std::vector<PlottedResponse> responses;

    for (int i = 0; i < 8; ++i)
        responses.push_back (named ("Same", 0.0));

    const auto svg = responsePlotSvg (responses, "t");
    const auto inner = svg.substr (svg.find ("<svg x="));
    const std::regex circle { "<circle cx=\"([0-9.]+)\"" };
    std::vector<double> places;

    for (auto it = std::sregex_iterator (inner.begin(), inner.end(), circle); places.size() < 8;
         ++it)
        places.push_back (std::stod ((*it)[1]));

    std::sort (places.begin(), places.end());

    for (std::size_t i = 1; i < places.size(); ++i)
        EXPECT_GT (places[i] - places[i - 1], 17.0);
}

} // namespace report
