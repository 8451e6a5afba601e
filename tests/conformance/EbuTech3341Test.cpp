// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/AudioBuffer.h"
#include "hearing/LoudnessMeter.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

/** The minimum requirements of EBU Tech 3341 and 3342 that are defined in words; cases 7 and 8 of
    3341 and 5 and 6 of 3342 are recordings.
*/
namespace hearing
{
namespace
{

constexpr int rate = 48000;

struct Tone
{
    double levelDbfs; ///< of the peak, the same in every channel
    double seconds;
};

constexpr double silent = -HUGE_VAL;

using Channels = std::vector<std::vector<float>>;

std::vector<float> tones (const std::vector<Tone>& parts)
{
    std::vector<float> samples;

    for (const auto& part : parts)
    {
        const double amplitude = std::pow (10.0, part.levelDbfs / 20.0);
        const auto frames = std::lround (part.seconds * rate);

        for (long n = 0; n < frames; ++n)
            samples.push_back (static_cast<float> (
                amplitude
                * std::sin (2.0 * std::numbers::pi * 1000.0 * static_cast<double> (n) / rate)));
    }

    return samples;
}

void listen (LoudnessMeter& meter, const Channels& channels)
{
    std::vector<const float*> pointers;

    for (const auto& channel : channels)
        pointers.push_back (channel.data());

    const dsp::ConstAudioBlock whole { pointers.data(), channels.size(), channels[0].size() };
    constexpr std::size_t blockSize = 4096;

    for (std::size_t start = 0; start < whole.numFrames(); start += blockSize)
        meter.process (whole.slice (start, std::min (blockSize, whole.numFrames() - start)));
}

ProgrammeLoudness measured (const Channels& channels, int atRate = rate)
{
    LoudnessMeter meter { channels.size(), { atRate } };
    listen (meter, channels);
    return meter.result();
}

ProgrammeLoudness measuredTones (const std::vector<Tone>& parts)
{
    return measured (Channels { tones (parts), tones (parts) });
}

std::vector<Tone> repeated (const std::vector<Tone>& parts, int times)
{
    std::vector<Tone> all;

    for (int i = 0; i < times; ++i)
        all.insert (all.end(), parts.begin(), parts.end());

    return all;
}

void expectIntegrated (const ProgrammeLoudness& loudness, double lufs)
{
    ASSERT_TRUE (loudness.integrated);
    EXPECT_NEAR (loudness.integrated->value, lufs, 0.1);
}

TEST (EbuTech3341, case1SteadyToneAtMinus23)
{
    const auto loudness = measuredTones ({ { -23.0, 20.0 } });
    expectIntegrated (loudness, -23.0);
    EXPECT_NEAR (loudness.maxMomentary->value, -23.0, 0.1);
    EXPECT_NEAR (loudness.maxShortTerm->value, -23.0, 0.1);
}

TEST (EbuTech3341, case2SteadyToneAtMinus33)
{
    const auto loudness = measuredTones ({ { -33.0, 20.0 } });
    expectIntegrated (loudness, -33.0);
    EXPECT_NEAR (loudness.maxMomentary->value, -33.0, 0.1);
    EXPECT_NEAR (loudness.maxShortTerm->value, -33.0, 0.1);
}

TEST (EbuTech3341, case3RelativeGate)
{
    expectIntegrated (measuredTones ({ { -36.0, 10.0 }, { -23.0, 60.0 }, { -36.0, 10.0 } }), -23.0);
}

TEST (EbuTech3341, case4AbsoluteGate)
{
    expectIntegrated (measuredTones ({ { -72.0, 10.0 },
                                       { -36.0, 10.0 },
                                       { -23.0, 60.0 },
                                       { -36.0, 10.0 },
                                       { -72.0, 10.0 } }),
                      -23.0);
}

TEST (EbuTech3341, case5PartsOfDifferentLoudness)
{
    expectIntegrated (measuredTones ({ { -26.0, 20.0 }, { -20.0, 20.1 }, { -26.0, 20.0 } }), -23.0);
}

TEST (EbuTech3341, case6FiveChannels)
{
    const auto at = [] (double level) { return tones ({ { level, 20.0 } }); };
    expectIntegrated (
        measured (Channels { at (-28.0), at (-28.0), at (-24.0), at (-30.0), at (-30.0) }), -23.0);
}

TEST (EbuTech3341, case9ShortTermOfAlternatingLevels)
{
    const auto loudness = measuredTones (repeated ({ { -20.0, 1.34 }, { -30.0, 1.66 } }, 5));
    EXPECT_NEAR (loudness.maxShortTerm->value, -23.0, 0.1);
}

TEST (EbuTech3341, case10ShortTermOfToneAtAnyOffset)
{
    for (int i = 0; i < 20; ++i)
    {
        const auto loudness = measuredTones (
            { { silent, 0.15 * i }, { -23.0, 3.0 }, { silent, 1.0 } });
        EXPECT_NEAR (loudness.maxShortTerm->value, -23.0, 0.1) << "offset " << i;
    }
}

TEST (EbuTech3341, case11TheLoudestShortTermOfARisingRow)
{
    LoudnessMeter meter { 2, { rate } };

    for (int i = 0; i < 20; ++i)
    {
        const auto step = tones (
            { { silent, 0.15 * i }, { -38.0 + i, 3.0 }, { silent, 3.0 - 0.15 * i } });
        listen (meter, { step, step });
        EXPECT_NEAR (meter.result().maxShortTerm->value, -38.0 + i, 0.1) << "step " << i;
    }
}

TEST (EbuTech3341, case12MomentaryOfAlternatingLevels)
{
    const auto loudness = measuredTones (repeated ({ { -20.0, 0.18 }, { -30.0, 0.22 } }, 25));
    EXPECT_NEAR (loudness.maxMomentary->value, -23.0, 0.1);
}

TEST (EbuTech3341, case13MomentaryOfToneAtAnyOffset)
{
    for (int i = 0; i < 20; ++i)
    {
        const auto loudness = measuredTones (
            { { silent, 0.02 * i }, { -23.0, 0.4 }, { silent, 1.0 } });
        EXPECT_NEAR (loudness.maxMomentary->value, -23.0, 0.1) << "offset " << i;
    }
}

TEST (EbuTech3341, case14TheLoudestMomentaryOfARisingRow)
{
    LoudnessMeter meter { 2, { rate } };

    for (int i = 0; i < 20; ++i)
    {
        const auto step = tones (
            { { silent, 0.02 * i }, { -38.0 + i, 0.4 }, { silent, 0.4 - 0.02 * i } });
        listen (meter, { step, step });
        EXPECT_NEAR (meter.result().maxMomentary->value, -38.0 + i, 0.1) << "step " << i;
    }
}

//==================================================================================================
/** A sine of two seconds with a part of the rate as frequency, faded in and out over 10 ms. */
Channels sineAt (int atRate, double samplesPerCycle, double phaseDegrees, double amplitude)
{
    const auto frames = static_cast<std::size_t> (2 * atRate);
    const auto fade = static_cast<std::size_t> (atRate / 100);
    std::vector<float> samples (frames);

    for (std::size_t n = 0; n < frames; ++n)
    {
        const double phase = 2.0 * std::numbers::pi
                             * (static_cast<double> (n) / samplesPerCycle + phaseDegrees / 360.0);
        const double ramp = std::min (
            1.0, static_cast<double> (std::min (n, frames - 1 - n)) / static_cast<double> (fade));
        samples[n] = static_cast<float> (amplitude * ramp * std::sin (phase));
    }

    return { samples, samples };
}

void expectTruePeak (const Channels& channels, double dbtp, int atRate = rate)
{
    const auto loudness = measured (channels, atRate);
    ASSERT_TRUE (loudness.truePeakDbtp);
    EXPECT_LT (loudness.truePeakDbtp->value(), dbtp + 0.2) << atRate;
    EXPECT_GT (loudness.truePeakDbtp->value(), dbtp - 0.4) << atRate;
}

TEST (EbuTech3341, cases15To19TruePeaksBetweenTheSamplesAtEveryRate)
{
    for (const int atRate : { 44100, 48000, 88200, 96000, 176400, 192000 })
    {
        expectTruePeak (sineAt (atRate, 4.0, 0.0, 0.5), -6.0, atRate);
        expectTruePeak (sineAt (atRate, 4.0, 45.0, 0.5), -6.0, atRate);
        expectTruePeak (sineAt (atRate, 6.0, 60.0, 0.5), -6.0, atRate);
        expectTruePeak (sineAt (atRate, 8.0, 67.5, 0.5), -6.0, atRate);
        expectTruePeak (sineAt (atRate, 4.0, 45.0, 1.41), 3.0, atRate);
    }
}

// The standard takes a burst made at four times the rate and drops samples at four offsets. This is
// such a burst in closed form, with its true peak of 0 dB at its centre.
TEST (EbuTech3341, cases20To23TruePeakOfABurstAtAnyOffset)
{
    for (const double offset : { 0.0, 0.25, 0.5, 0.75 })
    {
        std::vector<float> samples (rate / 5);

        for (std::size_t n = 0; n < samples.size(); ++n)
        {
            const double t = (static_cast<double> (n) - 0.1 * rate - offset) / rate;
            const double window = std::abs (t) < 0.004
                                      ? std::pow (std::cos (std::numbers::pi * t / 0.008), 2)
                                      : 0.0;
            samples[n] = static_cast<float> (window
                                             * std::cos (2.0 * std::numbers::pi * rate / 4.5 * t));
        }

        expectTruePeak ({ samples, samples }, 0.0);
    }
}

//==================================================================================================
void expectRange (const std::vector<Tone>& parts, double lu)
{
    const auto loudness = measuredTones (parts);
    ASSERT_TRUE (loudness.rangeLu);
    EXPECT_NEAR (*loudness.rangeLu, lu, 1.0);
}

TEST (EbuTech3342, cases1To4LoudnessRange)
{
    expectRange ({ { -20.0, 20.0 }, { -30.0, 20.0 } }, 10.0);
    expectRange ({ { -20.0, 20.0 }, { -15.0, 20.0 } }, 5.0);
    expectRange ({ { -40.0, 20.0 }, { -20.0, 20.0 } }, 20.0);
    expectRange (
        { { -50.0, 20.0 }, { -35.0, 20.0 }, { -20.0, 20.0 }, { -35.0, 20.0 }, { -50.0, 20.0 } },
        15.0);
}

} // namespace
} // namespace hearing
