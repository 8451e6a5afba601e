// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/ZwickerLoudness.h"

#include "hearing/ProgrammeSounds.h"
#include "hearing/SlowZwickerLoudness.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace hearing
{
namespace
{

constexpr units::SampleRate rate { 48000 };
constexpr Calibration calibration { { 100.0 }, SoundField::free };

dsp::AudioBuffer tone (double hz, double levelDb, double seconds, units::SampleRate at = rate)
{
    dsp::AudioBuffer sound { 1, at.framesIn ({ seconds }) };
    const double amplitude = std::pow (10.0, (levelDb - 100.0) / 20.0);

    for (std::size_t n = 0; n < sound.numFrames(); ++n)
        sound.channel (0)[n] = static_cast<float> (
            amplitude
            * std::sin (2.0 * std::numbers::pi * hz * static_cast<double> (n) / at.hertz));

    return sound;
}

LoudnessOverTime loudnessOf (const dsp::AudioBuffer& sound, units::SampleRate at = rate)
{
    return zwickerLoudness (sound.block(), at, calibration).front();
}

double worstDifference (const LoudnessOverTime& one, const LoudnessOverTime& other)
{
    EXPECT_EQ (one.sone.size(), other.sone.size());
    double worst = 0.0;

    for (std::size_t i = 0; i < std::min (one.sone.size(), other.sone.size()); ++i)
        worst = std::max (worst, std::abs (static_cast<double> (one.sone[i] - other.sone[i])));

    return worst;
}

TEST (ZwickerLoudness, equalsTheSlowReference)
{
    const auto sound = restlessSound (1, 3.0, rate);
    const auto slow = slowZwickerLoudness (sound.channel (0), rate, calibration);
    ASSERT_GT (slow.maximum(), 50.0);
    EXPECT_LT (worstDifference (loudnessOf (sound), slow), 0.003);
}

TEST (ZwickerLoudness, equalsTheSlowReferenceAtOtherRatesAndInTheDiffuseField)
{
    for (const int hertz : { 8000, 11025, 44100, 96000, 192000 })
    {
        const auto sound = restlessSound (1, 0.5, { hertz });
        const Calibration diffuse { { 110.0 }, SoundField::diffuse };
        const auto fast = zwickerLoudness (sound.block(), { hertz }, diffuse).front();
        EXPECT_LT (
            worstDifference (fast, slowZwickerLoudness (sound.channel (0), { hertz }, diffuse)),
            0.005)
            << hertz;
    }
}

TEST (ZwickerLoudness, givesOneSoneForOneKilohertzAtFortyDecibels)
{
    const auto curve = loudnessOf (tone (1000.0, 40.0, 1.0));
    EXPECT_NEAR (curve.sone.back(), 1.0, 0.02);
    EXPECT_NEAR (loudnessOf (tone (1000.0, 80.0, 1.0)).sone.back(), 16.0, 0.3);
}

/** How much louder a tone is at this rate than at 48 kHz. */
double ratioToTabledRate (double hz, int hertz)
{
    return loudnessOf (tone (hz, 70.0, 1.0, { hertz }), { hertz }).sone.back()
           / loudnessOf (tone (hz, 70.0, 1.0)).sone.back();
}

TEST (ZwickerLoudness, hardlyDependsOnTheRate)
{
    for (const double hz : { 40.0, 300.0, 1000.0, 2500.0, 6000.0, 10000.0, 12000.0 })
    {
        EXPECT_NEAR (ratioToTabledRate (hz, 44100), 1.0, 0.02) << hz;

        for (const int hertz : { 88200, 96000, 176400, 192000 })
            EXPECT_NEAR (ratioToTabledRate (hz, hertz), 1.0, hz < 7000.0 ? 0.01 : 0.08)
                << hz << " Hz at " << hertz;
    }

    for (const double hz : { 40.0, 300.0, 1000.0, 2500.0 })
        for (const int hertz : { 8000, 11025, 16000, 22050, 32000 })
            EXPECT_NEAR (ratioToTabledRate (hz, hertz), 1.0, 0.045) << hz << " Hz at " << hertz;
}

TEST (ZwickerLoudness, isTheSameInBlocksOfAnySize)
{
    const auto sound = restlessSound (2, 0.7, { 44100 });
    const auto whole = zwickerLoudness (sound.block(), { 44100 }, calibration);

    for (const std::size_t size : { 1u, 23u, 24u, 177u, 1000u, 8192u })
    {
        ZwickerLoudness loudness { 2, { 44100 }, calibration };

        for (std::size_t start = 0; start < sound.numFrames(); start += size)
            loudness.process (
                sound.block().slice (start, std::min (size, sound.numFrames() - start)));

        EXPECT_EQ (loudness.finish(), whole) << size;
    }
}

TEST (ZwickerLoudness, isNewAfterItsEnd)
{
    const auto sound = restlessSound (1, 0.3, rate);
    ZwickerLoudness loudness { 1, rate, calibration };
    loudness.process (sound.block());
    const auto first = loudness.finish();
    loudness.process (sound.block());
    EXPECT_EQ (loudness.finish(), first);
}

TEST (ZwickerLoudness, hearsEveryChannelForItself)
{
    const auto sound = restlessSound (3, 0.4, rate);
    const auto together = zwickerLoudness (sound.block(), rate, calibration);

    for (std::size_t c = 0; c < 3; ++c)
    {
        const float* const channel = sound.channel (c).data();
        const dsp::ConstAudioBlock alone { &channel, 1, sound.numFrames() };
        EXPECT_EQ (zwickerLoudness (alone, rate, calibration).front(), together[c]);
    }
}

TEST (ZwickerLoudness, hearsNothingInSilenceAndInDirectCurrent)
{
    EXPECT_EQ (loudnessOf (dsp::AudioBuffer { 1, 48000 }).maximum(), 0.0);

    dsp::AudioBuffer constant { 1, 48000 };
    std::fill (constant.channel (0).begin(), constant.channel (0).end(), 0.5f);
    const auto curve = loudnessOf (constant);
    EXPECT_GT (curve.maximum(), 0.1) << "the click at its beginning";
    EXPECT_LT (curve.sone.back(), 0.01);
}

TEST (ZwickerLoudness, countsWhatIsNoNumberAsSilence)
{
    auto sound = restlessSound (1, 0.5, rate), silenced = restlessSound (1, 0.5, rate);

    for (const std::size_t n : { 0u, 5000u, 5001u, 20000u })
    {
        sound.channel (0)[n] = n % 2 == 0 ? std::nanf ("") : std::numeric_limits<float>::infinity();
        silenced.channel (0)[n] = 0.0f;
    }

    EXPECT_EQ (loudnessOf (sound), loudnessOf (silenced));
}

TEST (ZwickerLoudness, staysFiniteHoweverLoud)
{
    for (const float size : { 1e3f, 1e30f, std::numeric_limits<float>::max() })
    {
        auto sound = restlessSound (1, 0.2, rate);

        for (auto& sample : sound.channel (0))
            sample *= size;

        const auto curve = zwickerLoudness (
            sound.block(), rate, { { 140.0 }, SoundField::diffuse });

        for (const float sone : curve.front().sone)
            ASSERT_TRUE (std::isfinite (sone));
    }
}

TEST (ZwickerLoudness, startsAnewAfterLongSilence)
{
    const auto sound = restlessSound (1, 0.4, rate);
    const auto alone = loudnessOf (sound);
    constexpr std::size_t gap = 8 * 48000;
    dsp::AudioBuffer twice { 1, 2 * sound.numFrames() + gap };
    std::copy (sound.channel (0).begin(), sound.channel (0).end(), twice.channel (0).begin());
    std::copy_backward (
        sound.channel (0).begin(), sound.channel (0).end(), twice.channel (0).end());
    const auto curve = loudnessOf (twice);
    const std::size_t second = (sound.numFrames() + gap) / 96;
    EXPECT_EQ (curve.sone[second - 1], 0.0f);

    for (std::size_t i = 0; i < alone.sone.size(); ++i)
        ASSERT_NEAR (curve.sone[second + i], alone.sone[i], 1e-4) << i;
}

TEST (ZwickerLoudness, hasAPointForEveryCompleteFrame)
{
    EXPECT_TRUE (loudnessOf (dsp::AudioBuffer { 1, 0 }).sone.empty());
    EXPECT_TRUE (loudnessOf (dsp::AudioBuffer { 1, 23 }).sone.empty());
    EXPECT_EQ (loudnessOf (dsp::AudioBuffer { 1, 24 }).sone.size(), 1u);
    EXPECT_EQ (loudnessOf (dsp::AudioBuffer { 1, 48000 }).sone.size(), 500u);
    EXPECT_EQ (loudnessOf (dsp::AudioBuffer { 1, 44100 }, { 44100 }).sone.size(), 500u);
}

TEST (ZwickerLoudness, tellsSpecificLoudnessOfEveryPoint)
{
    const auto sound = restlessSound (2, 0.3, rate);
    std::vector<std::size_t> points (2);
    double difference = 0.0;

    ZwickerLoudness loudness { 2, rate, calibration, [&] (const SpecificLoudnessMoment& moment) {
                                  EXPECT_EQ (moment.point, points[moment.channel]++);
                                  difference = std::max (
                                      difference,
                                      std::abs (totalLoudness (moment.pattern.specific)
                                                - moment.pattern.sone)
                                          / (1.0 + moment.pattern.sone));
                              } };
    loudness.process (sound.block());
    const auto curves = loudness.finish();
    EXPECT_EQ (points, (std::vector<std::size_t> { 150, 150 }));
    EXPECT_LT (difference, 0.04);
    EXPECT_EQ (curves, zwickerLoudness (sound.block(), rate, calibration));
}

TEST (ZwickerLoudness, refusesAnAbsurdFullScale)
{
    for (const double level : { 39.0, 141.0, std::nan (""), HUGE_VAL })
    {
        const auto result = plausible ({ { level }, SoundField::free });
        ASSERT_FALSE (result) << level;
        EXPECT_FALSE (result.problem().cure.empty());
    }

    EXPECT_TRUE (plausible ({ { 100.0 }, SoundField::free }));
}

TEST (LoudnessOverTime, ranksItsPoints)
{
    LoudnessOverTime ramp;

    for (int i = 0; i <= 100; ++i)
        ramp.sone.push_back (static_cast<float> ((i * 37) % 101)); // 0 … 100, shuffled

    EXPECT_NEAR (ramp.exceeded (5.0), 95.0, 1e-6);
    EXPECT_NEAR (ramp.exceeded (12.5), 87.5, 1e-6);
    EXPECT_EQ (ramp.exceeded (0.0), 100.0);
    EXPECT_EQ (ramp.exceeded (100.0), 0.0);
    EXPECT_EQ (ramp.maximum(), 100.0);
    EXPECT_EQ (LoudnessOverTime {}.exceeded (5.0), 0.0);
    EXPECT_EQ (LoudnessOverTime {}.maximum(), 0.0);
}

TEST (LoudnessOverTime, addsTwoEarsAsIso5322Does)
{
    EXPECT_NEAR (binauralLoudness (8.0, 8.0), 8.0, 1e-3);
    EXPECT_NEAR (binauralLoudness (8.0, 0.0), 8.0 / 1.5, 1e-9);
    EXPECT_NEAR (binauralLoudness (0.0, 8.0), 8.0 / 1.5, 1e-9);
    EXPECT_EQ (binauralLoudness (0.0, 0.0), 0.0);
    EXPECT_EQ (binauralLoudness (3.0, 7.0), binauralLoudness (7.0, 3.0));
    EXPECT_NEAR (binauralLoudness (1e-30, 7.0), 7.0 / 1.5, 1e-6);

    double last = 0.0;

    for (double right = 0.0; right <= 16.0; right += 0.25)
    {
        const double both = binauralLoudness (8.0, right);
        EXPECT_GE (both, last) << right;
        last = both;
    }
}

TEST (ZwickerLoudness, addsThePowersOfChannelsThatAreHeardTogether)
{
    const auto left = tone (1000.0, 60.0, 0.6);
    const auto louder = tone (1000.0, 60.0 + 10.0 * std::log10 (2.0), 0.6);
    dsp::AudioBuffer both (2, left.numFrames()); // against each other: amplitudes would cancel
    dsp::AudioBuffer alone (2, left.numFrames());

    for (std::size_t n = 0; n < left.numFrames(); ++n)
    {
        both.channel (0)[n] = left.channel (0)[n];
        both.channel (1)[n] = -left.channel (0)[n];
        alone.channel (1)[n] = left.channel (0)[n];
    }

    const auto heard = [] (const dsp::AudioBuffer& sound, Channels channels) {
        ZwickerLoudness loudness { sound.numChannels(),
                                   rate,
                                   { { 100.0 }, SoundField::free, channels } };
        loudness.process (sound.block());
        return loudness.finish();
    };

    const auto together = heard (both, Channels::together);
    ASSERT_EQ (together.size(), 1u);
    EXPECT_NEAR (together[0].maximum(), heard (louder, Channels::apart)[0].maximum(), 0.001);
    EXPECT_NEAR (heard (alone, Channels::together)[0].maximum(),
                 heard (left, Channels::apart)[0].maximum(),
                 1e-6);
}

} // namespace
} // namespace hearing
