// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/BassPitch.h"

#include "hearing/BassMixes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

namespace hearing
{
namespace
{

using mixes::NoBass;
using mixes::Rest;
using mixes::Timbre;

BassLine lineOf (const dsp::AudioBuffer& audio,
                 units::SampleRate rate = mixes::mixRate,
                 std::size_t blockSize = 4096)
{
    BassPitch pitch { audio.numChannels(), rate };

    for (std::size_t start = 0; start < audio.numFrames(); start += blockSize)
        pitch.process (
            audio.block().slice (start, std::min (blockSize, audio.numFrames() - start)));

    return pitch.finish();
}

double semitonesOff (double f0Hz, double trueHz) { return 12.0 * std::log2 (f0Hz / trueHz); }

/** How a line compares with the notes that were played, over the frames within notes. */
struct Score
{
    double frames = 0.0;
    double found = 0.0;
    double wrong = 0.0;       ///< by more than half a semitone
    double octaveWrong = 0.0; ///< by one or two octaves

    void add (const BassFrame& frame, double trueHz)
    {
        frames += 1.0;

        if (! frame.f0Hz)
            return;

        const double off = std::abs (semitonesOff (*frame.f0Hz, trueHz));
        found += 1.0;
        wrong += off > 0.5 ? 1.0 : 0.0;
        octaveWrong += std::abs (off - 12.0) < 0.5 || std::abs (off - 24.0) < 0.5 ? 1.0 : 0.0;
    }

    void add (const BassLine& line, const mixes::Mix& mix, double leastConfidence = 0.0)
    {
        for (std::size_t i = 0; i < line.frames.size(); ++i)
            if (const double f0 = mix.f0At (static_cast<double> (i) * BassFrames::hop.value);
                f0 > 0.0 && line.frames[i].confidence >= leastConfidence)
                add (line.frames[i], f0);
    }
};

int perMille (double share) { return static_cast<int> (std::lround (1000.0 * share)); }

constexpr Timbre timbres[] = { Timbre::saw,
                               Timbre::sub,
                               Timbre::weakFundamental,
                               Timbre::missingFundamental,
                               Timbre::plucked };
constexpr Rest rests[] = { Rest::noise, Rest::kick, Rest::chords, Rest::kickAndChords };

TEST (BassPitch, followsTheBassLineThroughAMix)
{
    // Seeds apart from those to which the confidence was fitted.
    unsigned seed = 400;

    for (const double ratioDb : { 6.0, 0.0 })
        for (const Rest rest : rests)
        {
            Score score;

            for (const Timbre timbre : timbres)
            {
                const auto mix = mixes::mixed ({ timbre, rest, ratioDb, seed++, 6.0 });
                score.add (lineOf (mix.audio), mix);
            }

            const auto what = "rest" + std::to_string (static_cast<int> (rest)) + "_"
                              + std::to_string (static_cast<int> (ratioDb)) + "dB";
            EXPECT_GT (score.found, 0.8 * score.frames) << what;
            EXPECT_LE (score.wrong, 0.05 * score.found) << what;
            EXPECT_LE (score.octaveWrong, 0.02 * score.found) << what;
            RecordProperty ("wrongPerMille_" + what, perMille (score.wrong / score.found));
            RecordProperty ("octavePerMille_" + what, perMille (score.octaveWrong / score.found));
        }
}

TEST (BassPitch, isRightWhereItIsConfident)
{
    unsigned seed = 500;
    Score sure;
    Score verySure;
    Score unsure;

    for (const double ratioDb : { 6.0, 0.0, -6.0 })
        for (const Rest rest : rests)
            for (const Timbre timbre : timbres)
            {
                const auto mix = mixes::mixed ({ timbre, rest, ratioDb, seed++, 5.0 });
                const auto line = lineOf (mix.audio);
                sure.add (line, mix, 0.7);
                verySure.add (line, mix, 0.9);

                for (std::size_t i = 0; i < line.frames.size(); ++i)
                    if (const double f0 = mix.f0At (static_cast<double> (i)
                                                    * BassFrames::hop.value);
                        f0 > 0.0 && line.frames[i].confidence < 0.7)
                        unsure.add (line.frames[i], f0);
            }

    EXPECT_LE (sure.wrong, 0.05 * sure.found);
    EXPECT_LE (verySure.wrong, 0.03 * verySure.found);
    EXPECT_GT (unsure.wrong / unsure.found, 2.0 * sure.wrong / sure.found);
    EXPECT_GT (sure.found, 1000.0);
    RecordProperty ("wrongPerMille_sure", perMille (sure.wrong / sure.found));
    RecordProperty ("wrongPerMille_verySure", perMille (verySure.wrong / verySure.found));
    RecordProperty ("wrongPerMille_unsure", perMille (unsure.wrong / unsure.found));
}

TEST (BassPitch, findsNoLineWhereThereIsNone)
{
    for (const NoBass what : { NoBass::silence,
                               NoBass::pinkNoise,
                               NoBass::noiseLikeMusic,
                               NoBass::speech,
                               NoBass::kick })
        for (const unsigned seed : { 1u, 2u })
            EXPECT_TRUE (lineOf (mixes::without (what, seed, 20.0)).isEmpty())
                << static_cast<int> (what);

    EXPECT_FALSE (lineOf (mixes::mixed ({}).audio).isEmpty());
}

/** A tone of a saw's first harmonics. */
dsp::AudioBuffer saw (double f0Hz, units::SampleRate rate, double seconds)
{
    dsp::AudioBuffer buffer { 1, rate.framesIn ({ seconds }) };

    for (std::size_t i = 0; i < buffer.numFrames(); ++i)
        for (int n = 1; n <= 12; ++n)
            buffer.channel (0)[i] += static_cast<float> (
                0.1 / n * std::sin (2.0 * M_PI * f0Hz * n * static_cast<double> (i) / rate.hertz));

    return buffer;
}

TEST (BassPitch, isWithinFiveCentsDownToThirtyHertz)
{
    for (const double f0 : { 30.87, 36.7, 41.2, 55.0, 98.0, 174.6 })
    {
        const auto line = lineOf (saw (f0, mixes::mixRate, 2.0));
        ASSERT_EQ (line.notes.size(), 1u) << f0;
        EXPECT_NEAR (100.0 * semitonesOff (line.notes[0].f0Hz, f0), 0.0, 5.0) << f0;
        EXPECT_GE (line.notes[0].numFrames, 40u) << f0;
    }
}

TEST (BassPitch, isTheSameAtEverySampleRate)
{
    for (const int rate : { 22050, 44100, 96000 })
    {
        const auto line = lineOf (saw (55.0, { rate }, 2.0), { rate });
        ASSERT_EQ (line.notes.size(), 1u) << rate;
        EXPECT_NEAR (line.notes[0].f0Hz, 55.0, 0.1) << rate;
        EXPECT_EQ (line.frames.size(), 47u) << rate;
    }
}

TEST (BassPitch, isTheSameInAnyBlocks)
{
    const auto mix = mixes::mixed ({});
    const auto whole = lineOf (mix.audio, mixes::mixRate, mix.audio.numFrames());
    const auto inPieces = lineOf (mix.audio, mixes::mixRate, 1000);

    EXPECT_EQ (whole.notes, inPieces.notes);
    EXPECT_EQ (whole.frames.size(), inPieces.frames.size());
}

TEST (BassPitch, takesWhatIsNotFiniteForSilenceAndRecovers)
{
    auto audio = saw (55.0, mixes::mixRate, 4.0);
    std::fill_n (audio.channel (0).begin(), 2 * 48000, std::numeric_limits<float>::quiet_NaN());
    const auto line = lineOf (audio);

    ASSERT_EQ (line.notes.size(), 1u);
    EXPECT_NEAR (line.notes[0].f0Hz, 55.0, 0.1);
    EXPECT_NEAR (static_cast<double> (line.notes[0].firstFrame) * BassFrames::hop.value, 2.0, 0.1);
}

TEST (BassPitch, hearsABassWhoseChannelsCancelInMono)
{
    const auto mono = saw (55.0, mixes::mixRate, 2.0);
    dsp::AudioBuffer stereo { 2, mono.numFrames() };

    for (std::size_t i = 0; i < mono.numFrames(); ++i)
    {
        stereo.channel (0)[i] = mono.channel (0)[i];
        stereo.channel (1)[i] = -mono.channel (0)[i];
    }

    EXPECT_EQ (lineOf (stereo).notes, lineOf (mono).notes);
}

TEST (BassPitch, leavesFilesAloneThatAreShorterThanAFrame)
{
    EXPECT_TRUE (lineOf (dsp::AudioBuffer { 1, 0 }).frames.empty());
    EXPECT_TRUE (lineOf (saw (55.0, mixes::mixRate, 0.05)).isEmpty());
}

} // namespace
} // namespace hearing
