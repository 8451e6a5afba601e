// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/LoudnessArithmetic.h"

#include "hearing/LoudnessWithLoops.h"
#include "hearing/ProgrammeSounds.h"
#include "hearing/SlowZwickerLoudness.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace hearing
{
namespace
{

constexpr Calibration calibration { { 100.0 }, SoundField::free };

/** What single precision may cost, as docs/hearing.md states it: 0.001 sone and 0.0001 of loudness. */
void expectSame (const LoudnessOverTime& fast, const LoudnessOverTime& slow)
{
    ASSERT_EQ (fast.sone.size(), slow.sone.size());
    double worst = 0.0;

    for (std::size_t i = 0; i < slow.sone.size(); ++i)
    {
        const double difference = std::abs (static_cast<double> (fast.sone[i] - slow.sone[i]));
        worst = std::max (worst, difference / (0.001 + 0.0001 * slow.sone[i]));
    }

    EXPECT_LE (worst, 1.0);
}

class EveryLoop : public testing::TestWithParam<int>
{
protected:
    units::SampleRate rate { GetParam() };

    void expectAllEqualTheSlowReference (const dsp::AudioBuffer& sound) const
    {
        const auto slow = slowZwickerLoudness (sound.channel (0), rate, calibration);
        ASSERT_GT (slow.maximum(), 5.0);

        for (const auto& loops : loudnessArithmetics())
        {
            SCOPED_TRACE (loops.instructionSet);
            expectSame (loudnessWithLoops (loops.arithmetic, sound.channel (0), rate, calibration),
                        slow);
        }
    }
};

TEST_P (EveryLoop, hearsMusicAsTheStandard)
{
    expectAllEqualTheSlowReference (musicLike (1.5, rate));
}

TEST_P (EveryLoop, hearsSpeechAsTheStandard)
{
    expectAllEqualTheSlowReference (speechLike (1.5, rate));
}

TEST_P (EveryLoop, hearsSuddenChangesAsTheStandard)
{
    expectAllEqualTheSlowReference (restlessSound (1, 1.5, rate));
}

INSTANTIATE_TEST_SUITE_P (AtRate, EveryLoop, testing::Values (44100, 48000, 96000));

TEST (LoudnessArithmetic, isWhatWholeSoundsAreHeardWith)
{
    const units::SampleRate rate { 48000 };
    const auto sound = musicLike (0.5, rate);
    EXPECT_EQ (
        loudnessWithLoops (fastestLoudnessArithmetic(), sound.channel (0), rate, calibration),
        zwickerLoudness (sound.block(), rate, calibration).front());
}

/** A sound that dies away passes through numbers too small to be normal, where it must become silence. */
TEST (LoudnessArithmetic, forgetsWhatIsTooSmall)
{
    const units::SampleRate rate { 48000 };
    auto sound = restlessSound (1, 2.0, rate);
    float size = 1.0f;

    for (float& sample : sound.channel (0))
    {
        sample *= size;
        size *= 0.998f;
    }

    ASSERT_LT (size, std::numeric_limits<float>::min());

    for (const auto& loops : loudnessArithmetics())
    {
        const auto curve = loudnessWithLoops (
            loops.arithmetic, sound.channel (0), rate, calibration);
        EXPECT_GT (curve.maximum(), 1.0) << loops.instructionSet;
        EXPECT_LT (curve.sone.back(), 1e-6) << loops.instructionSet;

        for (const float sone : curve.sone)
            ASSERT_GE (sone, 0.0f) << loops.instructionSet;
    }
}

} // namespace
} // namespace hearing
