// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/QuietPartsMasked.h"

#include "hearing/PartialLoudness.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "ByHand.h"

namespace analysis
{
namespace
{

using testing::IsEmpty;
using testing::SizeIs;

constexpr std::size_t numHops = 1200; // two minutes

/** Two minutes in a car whose noise has 70 dB in every third octave up to 500 Hz, 40 dB above. */
class InCar : public ByHand
{
public:
    InCar()
    {
        place.id = "noisy";
        place.name = "Noisy car";
        place.noise = library::BackgroundNoise { dsp::FrequencyResponse::sampled (
            frequencies, [] (double hz) { return hz < 550.0 ? 70.0 : 40.0; }) };
        profile.kind = library::DeviceKind::car;
        column.noise = &place;
        master.seconds = numHops / hopsPerSecond;
        device.ears.field = hearing::SoundField::diffuse;
        device.ears.thirdOctaves.resize (numHops);
        setLevel (0, numHops, 65.0);
    }

    void setLevel (std::size_t from, std::size_t to, double dbSpl)
    {
        for (std::size_t hop = from; hop < to; ++hop)
            for (auto& ear : device.ears.thirdOctaves[hop])
                ear.fill (dbSpl);
    }

    Judgement judge() const { return quietPartsMasked (comparison()); }

    library::ListeningEnvironment place;

private:
    static constexpr std::array<double, 27> frequencies { 25,   31.5, 40,   50,   63,   80,   100,
                                                          125,  160,  200,  250,  315,  400,  500,
                                                          630,  800,  1000, 1250, 1600, 2000, 2500,
                                                          3150, 4000, 5000, 6300, 8000, 10000 };
};

TEST (QuietPartsMasked, asksOnlyWhereThereIsNoise)
{
    InCar car;
    car.setLevel (400, 600, 30.0);
    car.column.noise = nullptr;
    EXPECT_THAT (car.judge().findings, IsEmpty());
    EXPECT_THAT (car.judge().measures, IsEmpty());
}

TEST (QuietPartsMasked, whatIsLoudThroughoutIsFine)
{
    EXPECT_THAT (InCar().judge().findings, IsEmpty());
    EXPECT_THAT (InCar().judge().measures, SizeIs (3));
}

TEST (QuietPartsMasked, aPassageUnderTheNoiseIsFoundWhereItIs)
{
    InCar car;
    car.setLevel (400, 600, 35.0);
    const auto judgement = car.judge();
    ASSERT_THAT (judgement.findings, SizeIs (1));
    const auto& finding = judgement.findings[0];
    EXPECT_EQ (finding.severity, Severity::warn);
    ASSERT_THAT (finding.ranges, SizeIs (1));
    EXPECT_NEAR (finding.ranges[0].start, 40.0, 1.1);
    EXPECT_NEAR (finding.ranges[0].end, 60.0, 1.1);
    EXPECT_NEAR (finding.evidence.measured, 20.0, 2.2);
}

TEST (QuietPartsMasked, soIsOneThatIsHeardButHasLostThreeQuartersOfItsLoudness)
{
    InCar car;
    car.setLevel (400, 600, 45.0);
    const auto noise = hearing::MaskedThreshold::beside (car.place.noise->thirdOctavesDbSpl,
                                                         car.device.ears.field);
    ASSERT_TRUE (noise);
    const auto inQuiet = patternOf (car.device.ears, 500);
    const double left = hearing::partialLoudness (inQuiet, *noise).sone;
    ASSERT_GT (left, 1.0);
    ASSERT_LT (left, 0.25 * inQuiet.sone);
    const auto judgement = car.judge();
    ASSERT_THAT (judgement.findings, SizeIs (1));
    EXPECT_THAT (judgement.findings[0].evidence.quantity, testing::HasSubstr ("quarter"));

    car.setLevel (400, 600, 55.0);
    EXPECT_THAT (car.judge().findings, IsEmpty());
}

TEST (QuietPartsMasked, whereReleasedMastersDrownTooThePlaceIsAtFault)
{
    InCar car;
    car.setLevel (0, numHops, 45.0);
    ASSERT_THAT (car.judge().findings, SizeIs (1));
    car.norms.add (car.column.id(), "quietMaskedShare", { 0.2, 0.5, 0.9, 1.0, 1.0 });
    EXPECT_THAT (car.judge().findings, IsEmpty());
}

TEST (QuietPartsMasked, whatIsLostThereIsFoundAllTheSame)
{
    InCar car;
    car.setLevel (0, numHops, 45.0);
    car.setLevel (400, 500, 25.0);
    car.norms.add (car.column.id(), "quietMaskedShare", { 0.2, 0.5, 0.9, 1.0, 1.0 });
    const auto judgement = car.judge();
    ASSERT_THAT (judgement.findings, SizeIs (1));
    const auto& finding = judgement.findings[0];
    EXPECT_THAT (finding.evidence.quantity, testing::HasSubstr ("0.5 sone"));
    ASSERT_THAT (finding.ranges, SizeIs (1));
    EXPECT_NEAR (finding.ranges[0].start, 40.0, 1.1);
    EXPECT_NEAR (finding.ranges[0].end, 50.0, 1.1);

    car.norms.add (car.column.id(), "quietLostSeconds", { 1.0, 2.0, 3.0, 20.0, 20.0 });
    EXPECT_THAT (car.judge().findings, IsEmpty()) << "where others are lost as long";
}

TEST (QuietPartsMasked, shownIsTheThresholdThatDecided)
{
    InCar car;
    car.setLevel (0, numHops, 45.0);
    car.setLevel (400, 500, 25.0);
    EXPECT_EQ (car.judge().findings.at (0).evidence.allowed, 6.0);
    EXPECT_EQ (car.judge().findings.at (0).evidence.basis, Basis::heuristic);

    car.norms.add (car.column.id(), "quietLostSeconds", { 1.0, 2.0, 3.0, 8.0, 8.0 });
    EXPECT_GT (car.judge().findings.at (0).evidence.allowed, 7.0);
    EXPECT_EQ (car.judge().findings.at (0).evidence.basis, Basis::corpus);

    car.setLevel (400, 500, 45.0);
    car.norms.add (car.column.id(), "quietMaskedShare", { 0.1, 0.2, 0.3, 0.5, 0.5 });
    const auto evidence = car.judge().findings.at (0).evidence;
    EXPECT_THAT (evidence.quantity, testing::StartsWith ("share"));
    EXPECT_NEAR (evidence.measured, 1.0, 0.01);
    EXPECT_NEAR (evidence.allowed, 0.5, 0.01);
}

TEST (QuietPartsMasked, proposesToLiftWhatIsAsQuiet)
{
    InCar car;
    car.setLevel (400, 600, 35.0);
    EXPECT_THAT (car.judge().findings.at (0).remedy.proposals, IsEmpty()) << "nothing to go by";

    car.master.curve.points.assign (numHops, { -14.0f, -14.0f });
    std::fill_n (car.master.curve.points.begin() + 390,
                 220,
                 hearing::LoudnessCurve::Point { -40.0f, -40.0f });
    const auto proposals = car.judge().findings.at (0).remedy.proposals;
    ASSERT_THAT (proposals, SizeIs (2));
    EXPECT_EQ (proposals[0].db, 6.0);
    EXPECT_EQ (proposals[0].lufs, -34.0);
}

TEST (QuietPartsMasked, threeSecondsAreNoPassage)
{
    InCar car;
    car.setLevel (400, 430, 35.0);
    EXPECT_THAT (car.judge().findings, IsEmpty());
}

TEST (QuietPartsMasked, aPauseIsNoQuietPart)
{
    InCar car;
    car.setLevel (400, 600, -20.0);
    EXPECT_THAT (car.judge().findings, IsEmpty());
}

TEST (QuietPartsMasked, aFadeOutIsMeant)
{
    InCar car;

    for (std::size_t hop = numHops - 300; hop < numHops; ++hop)
        car.setLevel (hop, hop + 1, 65.0 - 0.2 * static_cast<double> (hop - (numHops - 300)));

    EXPECT_THAT (car.judge().findings, IsEmpty());
}

TEST (QuietPartsMasked, isLessSureOfWhatIsWorn)
{
    InCar car;
    car.setLevel (400, 600, 35.0);
    const auto inCar = car.judge().findings.at (0).confidence;
    car.profile.kind = library::DeviceKind::earbuds;
    EXPECT_LT (car.judge().findings.at (0).confidence, inCar);
}

} // namespace
} // namespace analysis
