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

// p = ρ S (2πf)² X / (√2 · 2πr): a cone of 18 cm² that moves 2.5 mm at 55 Hz makes 71 dB at 1 m. Of a class whose
// full-scale sine makes as much there, that is its travel.
TEST (SpeakerOverload, movesTheConeAsPhysicsSays)
{
    constexpr double fullScaleOverProgrammeDb = 14.0 - 0.691 + 3.01 - 3.01; // RMS of the sine
    const SpeakerClass speaker { DeviceKind::bluetoothSpeaker,    "",  50.0, 4, 2.5, 18.0,
                                 71.0 - fullScaleOverProgrammeDb, 1.0, 0.1 };
    EXPECT_NEAR (travelOfFullScaleMm (speaker, 55.0), 2.5, 0.1);
    EXPECT_NEAR (travelOfFullScaleMm (speaker, 27.5), 10.0, 0.4);
}

// Steady: the limiter's gain is what is allowed over the travel's peak. The high-pass by its formula, and what services
// take from a tone that is louder than −14 LUFS.
TEST (SpeakerOverload, isTheGainReductionOfASineReckonedByHand)
{
    constexpr double hertz = 42.0;
    const auto index = speakerClassOf (DeviceKind::smartSpeaker).value();
    const auto& speaker = speakerClasses()[index];
    const auto tone = made (2, 5.0, [] (double at, std::size_t) { return sine (hertz, at); });
    const auto measures = measured (tone.block());
    const double streamed = std::pow (10.0, (-14.0 - measures.loudness.integrated->value) / 20.0);
    ASSERT_LT (streamed, 0.9);

    const double highPass = 1.0 / std::sqrt (1.0 + std::pow (speaker.highPassHz / hertz, 8.0));
    const double travel = streamed * travelOfFullScaleMm (speaker, hertz) * highPass
                          / speaker.excursionMm;
    ASSERT_GT (travel, 1.2);
    EXPECT_NEAR (measures.overload.byClass[index][30], 20.0 * std::log10 (travel), 0.5);
}

// What services leave as it is, is not turned down.
TEST (SpeakerOverload, growsWithTheLevelUpToWhatServicesPlay)
{
    const auto index = speakerClassOf (DeviceKind::smartSpeaker).value();
    const auto pressedBy = [index] (double amplitude) {
        const auto tone = made (
            2, 5.0, [=] (double at, std::size_t) { return amplitude * sine (42.0, at); });
        return measured (tone.block()).overload.byClass[index][30];
    };
    EXPECT_NEAR (pressedBy (0.2) - pressedBy (0.15), 20.0 * std::log10 (0.2 / 0.15), 0.2);
    EXPECT_NEAR (pressedBy (1.0), pressedBy (0.8), 0.2);
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
    const auto tone = made (2, 3.0, [] (double at, std::size_t) { return 0.1 * sine (42.0, at); });
    EXPECT_EQ (measured (tone.block(), 999).overload.byClass,
               measured (tone.block(), 4096).overload.byClass);

    MasterMeter other { 1, { 44100 } };
    dsp::AudioBuffer slow (1, 3 * 44100);

    for (std::size_t i = 0; i < slow.numFrames(); ++i)
        slow.channel (0)[i] = static_cast<float> (0.1
                                                  * sine (42.0, static_cast<double> (i) / 44100.0));

    other.process (slow.block());
    const auto index = speakerClassOf (DeviceKind::smartSpeaker).value();
    EXPECT_NEAR (other.finish().overload.byClass[index][20],
                 measured (tone.block()).overload.byClass[index][20],
                 0.2);
}

} // namespace
} // namespace analysis
