// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/AudioFile.h"

#include <gmock/gmock.h>

#include <array>
#include <csignal>
#include <limits>
#include <sys/resource.h>

#include "AudioFileExamples.h"

namespace files
{
namespace
{

using namespace examples;
using support::readWhole;
using support::TemporaryFolder;
using testing::HasSubstr;

TEST (AudioFileWriter, floatWavComesBackBitForBit)
{
    const TemporaryFolder folder;
    const auto audio = noise (2, 5000, 4.0f);
    const auto back = readAll (written (folder / "a.wav", audio));

    ASSERT_TRUE (back);
    EXPECT_EQ (largestDifference (audio, *back), 0.0f);
}

TEST (AudioFileWriter, twentyFourBitsComeBackExactlyWhenTheyWereExact)
{
    const TemporaryFolder folder;
    auto audio = noise (2, 5000, 1.0f);

    for (std::size_t channel = 0; channel < 2; ++channel)
        for (float& sample : audio.channel (channel))
            sample = std::round (sample * 8388607.0f) / 8388608.0f;

    for (const auto encoding : { Encoding::wav24, Encoding::flac })
    {
        const auto back = readAll (
            written (folder / (encoding == Encoding::flac ? "a.flac" : "a.wav"), audio, encoding));
        ASSERT_TRUE (back);
        EXPECT_EQ (largestDifference (audio, *back), 0.0f);
    }
}

TEST (AudioFileWriter, twentyFourBitsAreRoundedToTheNearestStep)
{
    const TemporaryFolder folder;
    const auto audio = noise (1, 5000);
    const auto back = readAll (written (folder / "a.wav", audio, Encoding::wav24));

    EXPECT_LE (largestDifference (audio, *back), 0.5f / 8388608.0f * 1.0001f);
}

TEST (AudioFileWriter, sixteenBitsAreDitheredByTwoStepsAtMost)
{
    const TemporaryFolder folder;
    const auto audio = noise (2, 20000);
    const auto back = readAll (written (folder / "a.wav", audio, Encoding::wav16));
    const float largest = largestDifference (audio, *back);

    EXPECT_LE (largest, 1.5f / 32768.0f);
    EXPECT_GT (largest, 1.2f / 32768.0f);
}

TEST (AudioFileWriter, ditherOfTheChannelsIsNotTheSame)
{
    const TemporaryFolder folder;
    const dsp::AudioBuffer silence (2, 1000);
    const auto back = readAll (written (folder / "a.wav", silence, Encoding::wav16));

    EXPECT_FALSE (
        std::equal (back->channel (0).begin(), back->channel (0).end(), back->channel (1).begin()));
}

TEST (AudioFileWriter, clipsAndNeverWraps)
{
    const TemporaryFolder folder;
    dsp::AudioBuffer loud (1, 4);
    const std::array<float, 4> samples { 1.5f, -1.5f, 1e9f, -1e9f };
    std::copy (samples.begin(), samples.end(), loud.channel (0).begin());

    for (const auto encoding : { Encoding::wav16, Encoding::wav24, Encoding::flac })
    {
        const auto file = folder / ("clip" + std::to_string (static_cast<int> (encoding)));
        const auto back = readAll (written (file, loud, encoding));

        EXPECT_GT (back->channel (0)[0], 0.999f);
        EXPECT_EQ (back->channel (0)[1], -1.0f);
        EXPECT_GT (back->channel (0)[2], 0.999f);
        EXPECT_EQ (back->channel (0)[3], -1.0f);
    }
}

TEST (AudioFileWriter, theSameAudioGivesTheSameBytes)
{
    const TemporaryFolder folder;
    const auto audio = noise (2, 1000);

    for (const auto encoding :
         { Encoding::wav16, Encoding::wav24, Encoding::wavFloat, Encoding::flac })
    {
        const auto number = std::to_string (static_cast<int> (encoding));
        EXPECT_EQ (readWhole (written (folder / ("a" + number), audio, encoding)),
                   readWhole (written (folder / ("b" + number), audio, encoding)));
    }
}

TEST (AudioFileWriter, shortFilesArePlainWav)
{
    const TemporaryFolder folder;

    EXPECT_TRUE (readWhole (written (folder / "a.wav", noise (2, 100))).starts_with ("RIFF"));
}

TEST (AudioFileWriter, saysWhatItIs)
{
    const TemporaryFolder folder;
    const AudioMetadata metadata { "Song", "heard on a phone, not a master", "Elsewhere" };

    for (const auto encoding : { Encoding::wavFloat, Encoding::wav16, Encoding::flac })
    {
        const auto file = folder / ("m" + std::to_string (static_cast<int> (encoding)));
        auto writer = AudioFileWriter::create (
            file, { encoding, 2, { 44100 }, metadata }, Overwrite::refuse);
        EXPECT_TRUE (writer->write (noise (2, 100).block()));
        EXPECT_TRUE (writer->finish());

        SF_INFO info {};
        auto* handle = sf_open (file.c_str(), SFM_READ, &info);
        EXPECT_STREQ (sf_get_string (handle, SF_STR_TITLE), "Song");
        EXPECT_STREQ (sf_get_string (handle, SF_STR_COMMENT), "heard on a phone, not a master");
        EXPECT_THAT (sf_get_string (handle, SF_STR_SOFTWARE), testing::StartsWith ("Elsewhere"));
        sf_close (handle);
    }
}

TEST (AudioFileWriter, leavesNothingWhenNotFinished)
{
    const TemporaryFolder folder;

    {
        auto writer = AudioFileWriter::create (folder / "a.wav", {}, Overwrite::refuse);
        EXPECT_TRUE (writer->write (noise (2, 1000).block()));
    }

    EXPECT_EQ (folder.numEntries(), 0u);
}

TEST (AudioFileWriter, noticesAFullDisk)
{
    const TemporaryFolder folder;
    const auto audio = noise (2, 100000);
    rlimit before {};
    getrlimit (RLIMIT_FSIZE, &before);
    const rlimit small { 200000, before.rlim_max };
    const auto formerHandler = std::signal (SIGXFSZ, SIG_IGN);

    for (const auto encoding : { Encoding::wavFloat, Encoding::wav16, Encoding::flac })
    {
        auto writer = AudioFileWriter::create (
            folder / "a.wav", { encoding, 2, { 48000 }, {} }, Overwrite::refuse);
        setrlimit (RLIMIT_FSIZE, &small);
        const auto wrote = writer->write (audio.block());
        const auto finished = wrote ? writer->finish() : wrote;
        setrlimit (RLIMIT_FSIZE, &before);

        ASSERT_FALSE (finished);
        EXPECT_EQ (finished.problem().kind, units::Problem::Kind::unwritableFile);
        EXPECT_THAT (finished.problem().cure, HasSubstr ("space"));
    }

    std::signal (SIGXFSZ, formerHandler);
    EXPECT_EQ (folder.numEntries(), 0u);
    aGoodOneStillPasses (folder);
}

TEST (AudioFileWriter, refusesToWriteWhatIsNoNumber)
{
    const TemporaryFolder folder;
    dsp::AudioBuffer bad (2, 10);
    bad.channel (1)[3] = std::numeric_limits<float>::quiet_NaN();
    auto writer = AudioFileWriter::create (folder / "a.wav", {}, Overwrite::refuse);

    EXPECT_FALSE (writer->write (bad.block()));
}

TEST (AudioFileWriter, refusesUnwritableTargets)
{
    const TemporaryFolder folder;

    EXPECT_FALSE (AudioFileWriter::create (folder.path, {}, Overwrite::allow));
    EXPECT_FALSE (AudioFileWriter::create ("/proc/a.wav", {}, Overwrite::allow));
    EXPECT_FALSE (AudioFileWriter::create (folder / "none/a.wav", {}, Overwrite::allow));
    aGoodOneStillPasses (folder);
}

} // namespace
} // namespace files
