// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/HrtfSet.h"

#include "library/HeadExamples.h"

#include <gtest/gtest.h>

#include <numbers>

namespace
{

using namespace head_examples;
using namespace scenario_examples;
using library::HrtfSet;

/** A set of HRIRs from a sphere of delays only: every ear hears a click, later on the far side. */
files::SofaFile clicks()
{
    files::SofaFile file;
    file.conventions = "SimpleFreeFieldHRIR";
    file.title = "clicks";
    file.rate = { 48000 };
    file.numReceivers = 2;
    file.numSamples = 128;

    for (int azimuth = 0; azimuth < 360; azimuth += 15)
        for (int elevation = -60; elevation <= 60; elevation += 30)
        {
            const units::Position source {
                { static_cast<double> (azimuth), static_cast<double> (elevation) }, 1.5
            };
            std::vector<std::vector<double>> ears;

            for (const auto ear : { library::Ear::left, library::Ear::right })
            {
                const double delay =
                    library::sphericalHeadDelay (library::incidence (ear, source)).value;
                std::vector<double> samples (128);
                samples[static_cast<std::size_t> (std::lround (60.0 + delay * 48000.0))] = 0.5;
                ears.push_back (samples);
            }

            file.measurements.push_back ({ source, ears });
        }

    return file;
}

} // namespace

TEST (HrtfSet, aHeadWithoutColourHasFlatTransferFunctions)
{
    const auto head = HrtfSet::fromSofa (clicks(), "clicks.sofa");
    ASSERT_TRUE (head);

    for (const double azimuth : { 0.0, 40.0, 90.0, 200.0 })
    {
        const units::Position source { { azimuth, 10.0 }, 1.5 };
        const auto arrivals = arrivalsFrom (*head, source);

        for (const auto& ear : arrivals.bins)
            for (const auto& bin : ear)
                EXPECT_NEAR (20.0 * std::log10 (std::abs (bin)), 0.0, 0.05);

        // Half a sample of rounding in the clicks themselves.
        const double expected =
            library::sphericalHeadDelay (library::incidence (library::Ear::right, source)).value
            - library::sphericalHeadDelay (library::incidence (library::Ear::left, source)).value;
        EXPECT_NEAR (interauralDelay (arrivals), expected, 1.0 / 48000.0);
    }
}

TEST (HrtfSet, refusesWhatIsNoHeadAndNamesTheFile)
{
    auto room = clicks();
    room.conventions = "SingleRoomSRIR";
    EXPECT_EQ (HrtfSet::fromSofa (room, "room.sofa").problem().where, "room.sofa");

    auto fourEars = clicks();
    fourEars.numReceivers = 4;
    EXPECT_FALSE (HrtfSet::fromSofa (fourEars, "x"));

    auto few = clicks();
    few.measurements.resize (5);
    EXPECT_FALSE (HrtfSet::fromSofa (few, "x"));

    auto deaf = clicks();
    std::fill (deaf.measurements[7].impulseResponses[1].begin(),
               deaf.measurements[7].impulseResponses[1].end(),
               0.0);
    EXPECT_NE (HrtfSet::fromSofa (deaf, "x").problem().where.find ("measurement 7"),
               std::string::npos);

    EXPECT_TRUE (HrtfSet::fromSofa (clicks(), "x"));
}

TEST (HrtfSet, theSphereIsMarkedModelledAndItsDiffuseFieldIsFlat)
{
    const auto head = HrtfSet::sphericalHead();
    EXPECT_EQ (head.evidence(), library::Evidence::modelled);

    for (const double centre : { 250.0, 1000.0, 4000.0, 10000.0 })
        EXPECT_NEAR (diffuseFieldDb (head, centre), 0.0, 0.3) << centre;
}

TEST (HrtfSet, belowAHundredHertzLevelIsUnityAndPhaseThatOfTheSphere)
{
    const auto head = HrtfSet::sphericalHead();
    const units::Position source { { 90.0, 0.0 }, 3.0 };
    const auto arrivals = arrivalsFrom (head, source);
    const std::size_t bin = 2; // 94 Hz
    const double frequency = binHz() * static_cast<double> (bin);

    for (const auto ear : { library::Ear::left, library::Ear::right })
    {
        const std::size_t e = ear == library::Ear::left ? 0 : 1;
        EXPECT_NEAR (std::abs (arrivals.bins[e][bin]), 1.0, 1.0e-6);
        const double turn = -2.0 * std::numbers::pi * frequency * arrivals.delaySeconds[e];
        const auto expected = library::sphericalHeadPressure (library::incidence (ear, source),
                                                              { frequency });
        EXPECT_NEAR (
            std::arg (arrivals.bins[e][bin] * std::polar (1.0, turn)), std::arg (expected), 1.0e-6);
    }
}

// Brungart & Rabinowitz 1999: at 90° the level difference of long waves grows from next to nothing at
// 1 m to about 15 dB and more in the last decimetres. The rigid sphere's own series is the reference.
TEST (HrtfSet, nearSourcesGainLevelDifference)
{
    const auto head = HrtfSet::sphericalHead();

    for (const double distance : { 0.2, 0.35, 0.7 })
    {
        const units::Position source { { 90.0, 0.0 }, distance };
        const auto arrivals = arrivalsFrom (head, source);
        const double expected =
            20.0
            * std::log10 (std::abs (library::sphericalHeadPressure ({ 0.0, distance }, { 500.0 }))
                          / std::abs (library::sphericalHeadPressure (
                              { std::numbers::pi, distance }, { 500.0 })));
        EXPECT_NEAR (levelDifferenceDb (arrivals, 450.0, 550.0), expected, 0.7) << distance;
    }

    EXPECT_GT (levelDifferenceDb (arrivalsFrom (head, { { 90.0, 0.0 }, 0.2 }), 60.0, 100.0), 10.0);
    EXPECT_LT (levelDifferenceDb (arrivalsFrom (head, { { 90.0, 0.0 }, 2.0 }), 60.0, 100.0), 1.0);
}

TEST (HrtfSet, transformsGrowWithTheRateAndTheLevelsStay)
{
    const auto head = HrtfSet::sphericalHead();
    const units::Position source { { 50.0, 20.0 }, 2.0 };
    const units::SampleRate fast { 192000 };
    const dsp::DesignFft fft { HrtfSet::transformSize (fast) };
    EXPECT_EQ (fft.size(), 4 * HrtfSet::transformSize (rate));

    const auto slowBins = arrivalsFrom (head, source).bins[1];
    const auto fastBins = head.arrivals (source, fast, fft).bins[1];

    for (const std::size_t k : { 10u, 50u, 150u })
        EXPECT_NEAR (std::abs (slowBins[k]), std::abs (fastBins[k]), 1.0e-6);
}
