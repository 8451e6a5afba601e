// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/LoudnessMatch.h"

#include "dsp/AudioBuffer.h"
#include "support/GoOn.h"
#include "support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>
#include <random>

namespace monitoring
{
namespace
{

using units::Decibels;

constexpr units::SampleRate rate { 48000 };

using support::goOn;

EarPath loudspeakers (units::SampleRate at = rate)
{
    return { library::Listening::loudspeakers,
             dsp::FrequencyResponse::flat (Decibels { 0.0 }),
             { { 1.0 }, at } };
}

EarPath headphones (double gainDb = 0.0)
{
    return { library::Listening::headphones,
             dsp::FrequencyResponse::flat (Decibels { gainDb }),
             { { Decibels { gainDb }.toGain() }, rate } };
}

/** A temporary folder and what is written into it. */
class LoudnessMatch : public testing::Test
{
protected:
    files::Spool spoolOf (const dsp::AudioBuffer& sound)
    {
        auto spool = files::Spool::create (folder.path, sound.numChannels());
        EXPECT_TRUE (spool && spool->write (sound.block()));
        return std::move (*spool);
    }

    const support::TemporaryFolder folder;
};

using RenderedLoudness = LoudnessMatch;

/** A sine in some of the two channels, whose RMS is levelDb below full scale. */
dsp::AudioBuffer tone (double hz, double levelDb, bool left, bool right)
{
    dsp::AudioBuffer sound (2, 48000);
    const double amplitude = std::sqrt (2.0) * Decibels { levelDb }.toGain();

    for (std::size_t n = 0; n < sound.numFrames(); ++n)
    {
        const auto sample = static_cast<float> (
            amplitude * std::sin (2.0 * std::numbers::pi * hz * static_cast<double> (n) / 48000.0));
        sound.channel (0)[n] = left ? sample : 0.0f;
        sound.channel (1)[n] = right ? sample : 0.0f;
    }

    return sound;
}

/** Restless noise, two seconds, with bass or without. */
dsp::AudioBuffer music (float bass, float gain, units::SampleRate at = rate)
{
    std::mt19937 generator { 11 };
    std::normal_distribution<float> normal;
    dsp::AudioBuffer sound (2, at.framesIn ({ 2.0 }));

    for (std::size_t c = 0; c < 2; ++c)
    {
        float slow = 0.0f;

        for (std::size_t n = 0; n < sound.numFrames(); ++n)
        {
            const float white = normal (generator);
            const auto seconds = static_cast<float> (n) / static_cast<float> (at.hertz);
            slow += 200.0f / static_cast<float> (at.hertz) * (white - slow);
            sound.channel (c)[n] = gain * (1.0f + std::sin (12.0f * seconds))
                                   * (0.03f * white + bass * slow);
        }
    }

    return sound;
}

double phonOf (const hearing::LoudnessOverTime& loudness)
{
    return hearing::loudnessLevelPhon (loudness.maximum());
}

TEST_F (RenderedLoudness, ofAToneOf1KhzIsItsLevelInFrontOfLoudspeakers)
{
    // −20 dB re full scale in one channel, where full scale is 70 + 14 dB SPL.
    auto spool = spoolOf (tone (1000.0, -20.0, true, false));
    const auto path = loudspeakers();
    const auto loudness = renderedLoudness (
        spool, Decibels { 0.0 }, { path, rate, { 70.0 } }, goOn);
    ASSERT_TRUE (loudness);
    EXPECT_NEAR (phonOf (*loudness), 64.0, 0.2);

    const auto louder = renderedLoudness (spool, Decibels { 6.0 }, { path, rate, { 66.0 } }, goOn);
    ASSERT_TRUE (louder);
    EXPECT_NEAR (phonOf (*louder), 66.0, 0.2) << "gain and level add up";
}

TEST_F (RenderedLoudness, hearsEachChannelAtItsEarThroughHeadphones)
{
    auto both = spoolOf (tone (1000.0, -20.0, true, true));
    auto one = spoolOf (tone (1000.0, -20.0, true, false));
    const auto path = headphones();
    const auto brighter = headphones (10.0);
    const auto atBoth = renderedLoudness (both, Decibels { 0.0 }, { path, rate, { 70.0 } }, goOn);
    const auto atOne = renderedLoudness (one, Decibels { 0.0 }, { path, rate, { 70.0 } }, goOn);
    const auto through = renderedLoudness (
        both, Decibels { 0.0 }, { brighter, rate, { 60.0 } }, goOn);
    ASSERT_TRUE (atBoth && atOne && through);

    // Both ears: 70 + 17 − 20 dB SPL each, and a diffuse field of 1 kHz is as loud as a frontal one that
    // is 3 dB stronger (ISO 532-1).
    EXPECT_NEAR (phonOf (*atBoth), 70.0, 0.3);
    EXPECT_NEAR (atBoth->maximum() / atOne->maximum(), 1.5, 0.001) << "an ear alone: two thirds";
    EXPECT_NEAR (through->maximum(), atBoth->maximum(), 0.01) << "what the headphones add is heard";
}

TEST_F (LoudnessMatch, makesARenderingAsLoudAsTheReference)
{
    auto reference = spoolOf (music (0.6f, 1.0f));

    for (const auto& path : { loudspeakers(), headphones() })
        for (const float gain : { 0.01f, 0.3f, 1.0f, 20.0f })
        {
            const Hearing how { path, rate, { 70.0 } };
            auto rendering = spoolOf (music (0.0f, gain));
            const auto target = loudnessTarget (reference, how, goOn);
            ASSERT_TRUE (target && *target);
            const auto match = matchLoudness (rendering, **target, how, Decibels { 0.0 }, goOn);
            ASSERT_TRUE (match && *match);
            EXPECT_LE (std::abs ((*match)->residualPhon()), 0.1) << gain;
            EXPECT_EQ ((*match)->phonReference, (*target)->phon);

            const auto again = renderedLoudness (rendering, (*match)->gain, how, goOn);
            ASSERT_TRUE (again);
            EXPECT_NEAR ((*target)->anchor.phonOf (again->sone), (*target)->phon, 0.1) << gain;
        }
}

TEST_F (LoudnessMatch, findsTheSameGainWhateverTheGuess)
{
    auto reference = spoolOf (music (0.6f, 1.0f));
    auto rendering = spoolOf (music (0.1f, 0.2f));
    const auto path = headphones();
    const Hearing how { path, rate, { 73.0 } };
    const auto target = loudnessTarget (reference, how, goOn);
    ASSERT_TRUE (target && *target);

    for (const double guess : { -60.0, 0.0, 8.0, 60.0 })
    {
        const auto match = matchLoudness (rendering, **target, how, Decibels { guess }, goOn);
        ASSERT_TRUE (match && *match) << guess;
        EXPECT_LE (std::abs ((*match)->residualPhon()), 0.1) << guess;
    }
}

TEST_F (LoudnessMatch, isRefinedFromAGoodGuessInOneTrialAndFromABadOneInSome)
{
    auto reference = spoolOf (music (0.6f, 1.0f));
    auto rendering = spoolOf (music (0.1f, 0.2f));
    const auto path = headphones();
    const Hearing how { path, rate, { 73.0 } };
    const auto target = loudnessTarget (reference, how, goOn);
    ASSERT_TRUE (target && *target);
    int trials = 0;
    const LoudnessWithGain heard = [&] (Decibels gain, const Progress& progress) {
        ++trials;
        return renderedLoudness (rendering, gain, how, progress);
    };

    const auto far = refinedGain (heard, **target, Decibels { 40.0 }, goOn);
    ASSERT_TRUE (far && *far);
    EXPECT_GT (trials, 1);
    EXPECT_NEAR ((*target)->anchor.phonOf (renderedLoudness (rendering, **far, how, goOn)->sone),
                 (*target)->phon,
                 0.1);

    trials = 0;
    EXPECT_EQ (refinedGain (heard, **target, **far, goOn).value(), *far) << "good enough";
    EXPECT_EQ (trials, 1);

    auto silence = spoolOf (dsp::AudioBuffer (2, 48000));
    const LoudnessWithGain nothing = [&] (Decibels gain, const Progress& progress) {
        return renderedLoudness (silence, gain, how, progress);
    };
    const auto none = refinedGain (nothing, **target, Decibels { 0.0 }, goOn);
    ASSERT_TRUE (none);
    EXPECT_FALSE (*none);
}

TEST_F (LoudnessMatch, matchesAtAnyRate)
{
    for (const int hertz : { 8000, 44100, 192000 })
    {
        const units::SampleRate at { hertz };
        auto reference = spoolOf (music (0.6f, 1.0f, at));
        auto rendering = spoolOf (music (0.0f, 0.5f, at));
        const auto path = loudspeakers (at);
        const Hearing how { path, at, { 70.0 } };
        const auto target = loudnessTarget (reference, how, goOn);
        ASSERT_TRUE (target && *target) << hertz;
        const auto match = matchLoudness (rendering, **target, how, Decibels { 0.0 }, goOn);
        ASSERT_TRUE (match && *match) << hertz;
        EXPECT_LE (std::abs ((*match)->residualPhon()), 0.1) << hertz;
    }
}

TEST_F (LoudnessMatch, leavesSilenceAlone)
{
    auto silence = spoolOf (dsp::AudioBuffer (2, 48000));
    auto sound = spoolOf (music (0.6f, 1.0f));
    const auto path = headphones();
    const Hearing how { path, rate, { 70.0 } };

    const auto none = loudnessTarget (silence, how, goOn);
    ASSERT_TRUE (none);
    EXPECT_FALSE (*none) << "nothing to be as loud as";

    const auto target = loudnessTarget (sound, how, goOn);
    ASSERT_TRUE (target && *target);
    const auto match = matchLoudness (silence, **target, how, Decibels { 0.0 }, goOn);
    ASSERT_TRUE (match);
    EXPECT_FALSE (*match) << "nothing that could be raised";
    EXPECT_TRUE (*matchLoudness (sound, **target, how, Decibels { 0.0 }, goOn));
}

TEST_F (LoudnessMatch, givesFiniteGainsForClicksAndNonsense)
{
    dsp::AudioBuffer click (2, 1);
    click.channel (0)[0] = click.channel (1)[0] = 1.0f;
    dsp::AudioBuffer broken = music (0.6f, 1.0f);
    broken.channel (0)[100] = std::numeric_limits<float>::quiet_NaN();
    broken.channel (1)[200] = std::numeric_limits<float>::infinity();
    const auto path = headphones();
    const Hearing how { path, rate, { 70.0 } };

    for (const auto* sound : { &click, &broken })
    {
        auto reference = spoolOf (*sound);
        auto rendering = spoolOf (*sound);
        const auto target = loudnessTarget (reference, how, goOn);
        ASSERT_TRUE (target);

        if (! *target)
            continue;

        const auto match = matchLoudness (rendering, **target, how, Decibels { -6.0 }, goOn);
        ASSERT_TRUE (match && *match);
        EXPECT_EQ ((*match)->gain.value(), 0.0);
        EXPECT_TRUE (std::isfinite ((*match)->phonMatched));
    }
}

TEST_F (LoudnessMatch, stopsWhenItIsToldTo)
{
    auto sound = spoolOf (music (0.6f, 1.0f));
    const auto path = headphones();
    const auto stopped = loudnessTarget (
        sound, { path, rate, { 70.0 } }, [] (double) { return Continue::no; });
    ASSERT_FALSE (stopped);
    EXPECT_EQ (stopped.problem().kind, units::Problem::Kind::interrupted);
}

} // namespace
} // namespace monitoring
