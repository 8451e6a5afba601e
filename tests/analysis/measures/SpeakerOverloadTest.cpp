// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/measures/SpeakerOverload.h"

#include "analysis/TestMaster.h"

#include <gmock/gmock.h>

namespace analysis
{
namespace
{

using namespace test_master;
using library::DeviceKind;

// p = ρ S (2πf)² X / (√2 · 2πr): a cone of 9 cm² that moves 2.5 mm at 55 Hz makes 71 dB at 1 m. Of a class whose
// full-scale sine makes as much there, that is its travel.
TEST (SpeakerOverload, movesTheConeAsPhysicsSays)
{
    constexpr double fullScaleOverProgrammeDb = 14.0 - 0.691 + 3.01 - 3.01; // RMS of the sine
    constexpr double volumeDb = -6.0;
    const SpeakerClass speaker { DeviceKind::bluetoothSpeaker,
                                 "",
                                 50.0,
                                 4,
                                 55.0,
                                 1.0,
                                 2.5,
                                 18.0,
                                 71.0 - fullScaleOverProgrammeDb - volumeDb,
                                 1.0,
                                 0.1 };
    EXPECT_NEAR (travelOfFullScaleMm (speaker), 2.5, 0.1);
}

// Steady: the limiter's gain is what is allowed over the travel's peak. High-pass and box by their formulas.
TEST (SpeakerOverload, isTheGainReductionOfASineReckonedByHand)
{
    constexpr double hertz = 42.0;
    const auto index = speakerClassOf (DeviceKind::smartSpeaker).value();
    const auto& speaker = speakerClasses()[index];
    const auto tone = made (2, 5.0, [] (double at, std::size_t) { return sine (hertz, at); });
    const auto overload = measured (tone.block()).overload;

    const double highPass = 1.0 / std::sqrt (1.0 + std::pow (speaker.highPassHz / hertz, 8.0));
    const double r = hertz / speaker.resonanceHz;
    const double box = 1.0 / std::hypot (1.0 - r * r, r / speaker.q);
    const double travel = travelOfFullScaleMm (speaker) * highPass * box / speaker.excursionMm;
    ASSERT_GT (travel, 1.2);
    EXPECT_NEAR (overload.byClass[index][30], 20.0 * std::log10 (travel), 0.5);
}

TEST (SpeakerOverload, isNoneWithoutASub)
{
    const auto tone = made (2, 3.0, [] (double at, std::size_t) { return sine (1000.0, at); });

    for (const auto& hops : measured (tone.block()).overload.byClass)
        EXPECT_THAT (hops, testing::Each (testing::Lt (0.05f)));
}

// What presses the limiter whether the sub is there or not is not the sub's doing.
TEST (SpeakerOverload, isNotWhatTheRestDoes)
{
    const auto index = speakerClassOf (DeviceKind::phone).value();
    const auto tone = made (2, 3.0, [] (double at, std::size_t) { return sine (400.0, at); });
    EXPECT_LT (measured (tone.block()).overload.byClass[index][20], 0.3f);
}

TEST (SpeakerOverload, hasAClassForSmallSpeakersOnly)
{
    EXPECT_TRUE (speakerClassOf (DeviceKind::laptop));
    EXPECT_FALSE (speakerClassOf (DeviceKind::monitor));
    EXPECT_FALSE (speakerClassOf (DeviceKind::headphones));
    EXPECT_FALSE (speakerClassOf (DeviceKind::car));
}

TEST (SpeakerOverload, isTheSameInAnyBlocksAndAtAnyRate)
{
    const auto tone = made (2, 3.0, [] (double at, std::size_t) { return sine (42.0, at); });
    EXPECT_EQ (measured (tone.block(), 999).overload.byClass,
               measured (tone.block(), 4096).overload.byClass);

    MasterMeter other { 1, { 44100 } };
    dsp::AudioBuffer slow (1, 3 * 44100);

    for (std::size_t i = 0; i < slow.numFrames(); ++i)
        slow.channel (0)[i] = static_cast<float> (sine (42.0, static_cast<double> (i) / 44100.0));

    other.process (slow.block());
    const auto index = speakerClassOf (DeviceKind::smartSpeaker).value();
    EXPECT_NEAR (other.finish().overload.byClass[index][20],
                 measured (tone.block()).overload.byClass[index][20],
                 0.2);
}

} // namespace
} // namespace analysis
