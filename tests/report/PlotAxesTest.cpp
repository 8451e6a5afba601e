// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/PlotAxes.h"

#include <gmock/gmock.h>

#include <cmath>

namespace report
{

using testing::DoubleNear;
using testing::ElementsAre;

namespace
{

constexpr PlotArea area { 900.0, 400.0 };

PlottedResponse falling (double decibelsPerOctaveBelow400Hz, library::Band usable)
{
    PlottedResponse response;
    response.usableBandHz = usable;
    response.level = dsp::FrequencyResponse::sampled (
        dsp::libraryGridHz(), [decibelsPerOctaveBelow400Hz] (double frequency) {
            return frequency < 400.0 ? decibelsPerOctaveBelow400Hz * std::log2 (frequency / 400.0)
                                     : 0.0;
        });
    return response;
}

} // namespace

TEST (FrequencyAxis, givesEveryOctaveTheSameWidth)
{
    const FrequencyAxis axis { area };
    EXPECT_THAT (axis.xOf (20.0), DoubleNear (0.0, 1e-9));
    EXPECT_THAT (axis.xOf (20000.0), DoubleNear (900.0, 1e-9));
    EXPECT_THAT (axis.xOf (80.0) - axis.xOf (40.0),
                 DoubleNear (axis.xOf (16000.0) - axis.xOf (8000.0), 1e-9));
}

TEST (FrequencyAxis, isNumberedAtOneTwoAndFive)
{
    std::vector<std::string> labels;

    for (const auto& line : FrequencyAxis::gridLines())
        if (! line.label.empty())
            labels.push_back (line.label);

    EXPECT_THAT (labels,
                 ElementsAre ("20", "50", "100", "200", "500", "1k", "2k", "5k", "10k", "20k"));
}

TEST (LevelAxis, showsAFlatResponseOnFortyDecibels)
{
    const std::vector responses { PlottedResponse {} };
    const LevelAxis axis { area, responses };
    EXPECT_EQ (axis.topDb() - axis.bottomDb(), 40.0);
    EXPECT_EQ (axis.yOf (axis.topDb()), 0.0);
    EXPECT_EQ (axis.yOf (axis.bottomDb()), 400.0);
}

TEST (LevelAxis, letsBassLeaveAtTheBottomWhereItIsNotUsable)
{
    const std::vector responses { falling (24.0, { 200.0, 20000.0 }) };
    const LevelAxis axis { area, responses };
    EXPECT_EQ (axis.topDb(), 0.0);
    EXPECT_EQ (axis.bottomDb(), -40.0);
}

TEST (LevelAxis, keepsWhatIsUsableInSightUpToSixtyDecibels)
{
    const std::vector usable { falling (12.0, { 20.0, 20000.0 }) };
    EXPECT_LE ((LevelAxis { area, usable }).bottomDb(), -50.0);

    const std::vector steep { falling (48.0, { 20.0, 20000.0 }) };
    EXPECT_EQ ((LevelAxis { area, steep }).bottomDb(), -60.0);
}

TEST (LevelAxis, endsOnMultiplesOfTenWithoutAnyCurve)
{
    const LevelAxis axis { area, {} };
    EXPECT_EQ (std::fmod (axis.topDb(), 10.0), 0.0);
    EXPECT_EQ (std::fmod (axis.bottomDb(), 10.0), 0.0);
    EXPECT_EQ (axis.gridLines().front().label, "-20");
    EXPECT_EQ (axis.gridLines()[1].label, "");
}

TEST (FrequencyWords, roundToTwoDigits)
{
    EXPECT_EQ (frequencyWords (198.4), "200 Hz");
    EXPECT_EQ (frequencyWords (84.7), "85 Hz");
    EXPECT_EQ (frequencyWords (14000.0), "14 kHz");
    EXPECT_EQ (frequencyWords (1249.0), "1.2 kHz");
    EXPECT_EQ (frequencyWords (997.0), "1 kHz");
}

} // namespace report
