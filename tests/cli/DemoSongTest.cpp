// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demo/DemoSong.h"

#include "cli/demo/Instruments.h"
#include "hearing/LoudnessMeter.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <complex>

namespace cli
{

using testing::DoubleNear;

namespace
{

constexpr units::SampleRate rate { 48000 };

/** Rendered once for all tests: it is the same each time, as one of them shows. */
const dsp::AudioBuffer& song()
{
    static const dsp::AudioBuffer rendered = demoSong (rate);
    return rendered;
}

hearing::ProgrammeLoudness loudnessOf (const dsp::AudioBuffer& audio, units::SampleRate at)
{
    hearing::LoudnessMeter meter { audio.numChannels(), at };
    meter.process (audio.block());
    return meter.result();
}

/** Energy of what both sides share, and of what differs. */
struct Powers
{
    double mid = 0.0;
    double side = 0.0;
};

Powers powersOf (const dsp::AudioBuffer& audio)
{
    Powers powers;

    for (std::size_t i = 0; i < audio.numFrames(); ++i)
    {
        const double left = audio.channel (0)[i];
        const double right = audio.channel (1)[i];
        powers.mid += 0.25 * (left + right) * (left + right);
        powers.side += 0.25 * (left - right) * (left - right);
    }

    return powers;
}

/** Amplitude of one frequency in the middle of the stereo picture, by its Fourier sum. */
double amplitudeAt (const dsp::AudioBuffer& audio, double hertz, double fromSecond, double seconds)
{
    const auto first = static_cast<std::size_t> (fromSecond * rate.hertz);
    const auto length = static_cast<std::size_t> (seconds * rate.hertz);
    std::complex<double> sum;

    for (std::size_t i = first; i < first + length; ++i)
        sum += std::polar (1.0,
                           -2.0 * std::numbers::pi * hertz * static_cast<double> (i) / rate.hertz)
               * 0.5
               * (static_cast<double> (audio.channel (0)[i])
                  + static_cast<double> (audio.channel (1)[i]));

    return 2.0 * std::abs (sum) / static_cast<double> (length);
}

} // namespace

TEST (DemoSong, isThirtySecondsOfStereo)
{
    EXPECT_EQ (song().numChannels(), 2u);
    EXPECT_EQ (song().numFrames(), 30u * 48000u);
}

TEST (DemoSong, isAsLoudAsItSaysAtEveryUsualRate)
{
    EXPECT_THAT (loudnessOf (song(), rate).integrated->value, DoubleNear (-12.0, 0.1));

    const units::SampleRate compactDisc { 44100 };
    EXPECT_THAT (loudnessOf (demoSong (compactDisc), compactDisc).integrated->value,
                 DoubleNear (-12.0, 0.1));
}

TEST (DemoSong, keepsItsTruePeakBelowMinusOne)
{
    EXPECT_LE (loudnessOf (song(), rate).truePeakDbtp->value(), -1.0);
}

TEST (DemoSong, beginsAndEndsInSilence)
{
    for (std::size_t channel = 0; channel < 2; ++channel)
    {
        EXPECT_NEAR (song().channel (channel).front(), 0.0, 1e-4);
        EXPECT_NEAR (song().channel (channel).back(), 0.0, 1e-4);
    }
}

TEST (DemoSong, hasNoDirectCurrent)
{
    double sum = 0.0;

    for (const float sample : song().channel (0))
        sum += static_cast<double> (sample);

    EXPECT_NEAR (sum / static_cast<double> (song().numFrames()), 0.0, 1e-4);
}

TEST (DemoSong, playsItsBassBetweenE1AndE2)
{
    for (const auto& note : bassNotes())
    {
        EXPECT_GE (frequencyOf (note.pitch), 41.0);
        EXPECT_LE (frequencyOf (note.pitch), 83.0);
    }

    // The verse begins on E1; a semitone lower there is next to nothing.
    const double second = secondsAtBeat (verse.firstBar * beatsPerBar);
    EXPECT_GT (amplitudeAt (song(), frequencyOf (28.0), second, 2.5), 0.02);
    EXPECT_GT (amplitudeAt (song(), frequencyOf (28.0), second, 2.5),
               4.0 * amplitudeAt (song(), 30.0, second, 2.5));
}

TEST (DemoSong, losesItsBellsInMono)
{
    Track bells { rate, song().numFrames() };
    playBells (bells, bellNotes());
    const auto powers = powersOf (bells.audio);

    // 1 and -0.8: 19 dB between side and mid.
    EXPECT_GT (powers.side, 50.0 * powers.mid);
}

TEST (DemoSong, isMostlyInTheMiddleAndStillWide)
{
    const auto powers = powersOf (song());
    EXPECT_GT (powers.mid, 2.0 * powers.side);
    EXPECT_GT (powers.side, 0.02 * powers.mid);
}

TEST (DemoSong, growsFromIntroToChorus)
{
    const auto powerOfBar = [] (int bar) {
        double sum = 0.0;
        const auto length = static_cast<std::size_t> (secondsAtBeat (beatsPerBar) * rate.hertz);

        for (const float sample :
             song().channel (0).subspan (static_cast<std::size_t> (bar) * length, length))
            sum += static_cast<double> (sample) * static_cast<double> (sample);

        return sum;
    };

    EXPECT_GT (powerOfBar (verse.firstBar), powerOfBar (0));
    EXPECT_GT (powerOfBar (chorus.firstBar), powerOfBar (verse.firstBar));
}

TEST (DemoSong, isTheSameSongEveryTime)
{
    const auto again = demoSong (rate);

    for (std::size_t channel = 0; channel < 2; ++channel)
        EXPECT_TRUE (std::equal (again.channel (channel).begin(),
                                 again.channel (channel).end(),
                                 song().channel (channel).begin()));
}

TEST (Score, singsTheSecondVoiceThreeOrFourSemitonesBelow)
{
    const auto low = harmonyNotes();
    ASSERT_FALSE (low.empty());

    const auto all = voiceNotes();

    for (const auto& harmony : low)
    {
        const auto above = std::find_if (all.begin(), all.end(), [&harmony] (const Note& note) {
            return note.beat == harmony.beat;
        });
        ASSERT_NE (above, all.end());
        EXPECT_THAT (above->pitch - harmony.pitch, testing::AnyOf (3.0, 4.0));
    }
}

TEST (Score, staysWithinTheSong)
{
    for (const auto& notes : { kickNotes(),
                               snareNotes(),
                               hatNotes(),
                               bassNotes(),
                               chordNotes(),
                               bellNotes(),
                               voiceNotes() })
        for (const auto& note : notes)
        {
            EXPECT_GE (note.beat, 0.0);
            EXPECT_LE (secondsAtBeat (note.beat + note.beats), demoLength.value);
        }
}

} // namespace cli
