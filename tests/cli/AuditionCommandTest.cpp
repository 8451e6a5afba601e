// SPDX-License-Identifier: GPL-3.0-or-later
// The command as it is typed, from words to files: what a user of the command line relies on.
#include "cli/TypedCommand.h"
#include "dsp/AudioBuffer.h"
#include "files/AudioFile.h"
#include "hearing/LoudnessMeter.h"
#include "support/TemporaryFolder.h"
#include "support/WavBytes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "AuditionExamples.h"

namespace cli
{
namespace
{

using namespace audition_examples;
using support::TemporaryFolder;
using testing::HasSubstr;

struct Heard
{
    std::size_t numChannels = 0;
    int rateHz = 0;
    std::vector<std::vector<float>> channels;
    hearing::ProgrammeLoudness loudness;
};

Heard hear (const std::filesystem::path& file)
{
    auto reader = files::AudioFileReader::open (file, { 8, 8000, 192000 });
    EXPECT_TRUE (reader) << file;

    if (! reader)
        return {};

    dsp::AudioBuffer buffer (reader->numChannels(), static_cast<std::size_t> (reader->numFrames()));
    EXPECT_TRUE (reader->read (buffer.block()));
    hearing::LoudnessMeter meter { reader->numChannels(), reader->rate() };
    meter.process (buffer.block());
    Heard heard { reader->numChannels(), reader->rate().hertz, {}, meter.result() };

    for (std::size_t c = 0; c < heard.numChannels; ++c)
        heard.channels.emplace_back (buffer.channel (c).begin(), buffer.channel (c).end());

    return heard;
}

TEST (AuditionCommand, matchesEveryOutputToTheMastersLufsWhenAskedTo)
{
    const TemporaryFolder folder;
    const auto outcome = elsewhere ({ "audition",
                                      master (folder),
                                      "--device",
                                      "neutral,untouched,phone-typical",
                                      "--match",
                                      "lufs",
                                      "-o",
                                      (folder / "heard").string() });
    ASSERT_EQ (outcome.exitCode, 0) << outcome.err;

    std::vector<double> lufs;

    for (const auto& entry : std::filesystem::directory_iterator (folder / "heard"))
        lufs.push_back (hear (entry.path()).loudness.integrated->value);

    ASSERT_EQ (lufs.size(), 3u);

    for (const double each : lufs)
        EXPECT_NEAR (each, lufs.front(), 0.1);
}

TEST (AuditionCommand, letsNothingAboveMinusOneDbtpLeave)
{
    const TemporaryFolder folder;
    const auto loud = master (folder, 44100, 0.9f);
    const auto outcome = elsewhere (
        { "audition",
          loud,
          "--device",
          "untouched,phone-typical,sedan-2002-front,airpods-pro-2,homepod-mini",
          "-o",
          (folder / "heard").string() });
    ASSERT_EQ (outcome.exitCode, 0) << outcome.err;
    EXPECT_THAT (outcome.out, HasSubstr ("Safety gain -"));

    for (const auto& entry : std::filesystem::directory_iterator (folder / "heard"))
        EXPECT_LE (hear (entry.path()).loudness.truePeakDbtp->value(), -0.99) << entry.path();
}

TEST (AuditionCommand, untouchedIsTheFileAsItIs)
{
    const TemporaryFolder folder;
    const auto file = (folder / "out.wav").string();
    ASSERT_EQ (elsewhere ({ "audition",
                            master (folder, 48000, 0.02f),
                            "--device",
                            "untouched",
                            "--headphones",
                            "none",
                            "--listen",
                            "loudspeakers",
                            "-o",
                            file })
                   .exitCode,
               0);
    const auto given = hear (folder / "song.wav");
    const auto heard = hear (file);
    EXPECT_EQ (heard.channels, given.channels);
}

TEST (AuditionCommand, exactModeIsMasterConvolvedWithTheImpulseResponse)
{
    const TemporaryFolder folder;
    const auto song = master (folder);
    const auto ir = (folder / "ir.wav").string();
    const auto out = (folder / "out.wav").string();
    ASSERT_EQ (elsewhere ({ "ir", "phone-typical", "-o", ir, "--listen", "microphone" }).exitCode,
               0);
    ASSERT_EQ (elsewhere ({ "audition",
                            song,
                            "--device",
                            "phone-typical",
                            "--listen",
                            "microphone",
                            "--match",
                            "off",
                            "--format",
                            "wavfloat",
                            "-o",
                            out })
                   .exitCode,
               0);

    // The slow, obvious reference, at a few places: a phone is one loudspeaker with a mono sum, and
    // the exported response of either input is its share of that sum.
    const auto given = hear (song);
    const auto response = hear (ir);
    const auto heard = hear (out);
    const auto& left = response.channels.front();
    const auto& right = response.channels.size() == 4 ? response.channels[2] : left;
    ASSERT_EQ (heard.channels.front().size(), given.channels.front().size() + left.size() - 1);

    for (const std::size_t n : { 0u, 100u, 5000u, 60000u, 100000u })
    {
        double expected = 0.0;

        for (std::size_t k = 0; k < left.size() && k <= n; ++k)
            if (n - k < given.channels[0].size())
                expected += static_cast<double> (left[k]) * given.channels[0][n - k]
                            + static_cast<double> (right[k]) * given.channels[1][n - k];

        EXPECT_NEAR (heard.channels.front()[n], expected, 1e-6) << "at frame " << n;
    }
}

TEST (AuditionCommand, writesTheFormatAndRateThatWereAskedFor)
{
    const TemporaryFolder folder;
    const auto song = master (folder);

    for (const std::string format : { "wav16", "wav24", "wavfloat", "flac" })
    {
        const auto place = (folder / ("as-" + format)).string();
        ASSERT_EQ (elsewhere ({ "audition",
                                song,
                                "--device",
                                "neutral,phone-typical",
                                "--rate",
                                "44100",
                                "--format",
                                format,
                                "-o",
                                place })
                       .exitCode,
                   0);

        for (const auto& entry : std::filesystem::directory_iterator (place))
        {
            const auto heard = hear (entry.path());
            EXPECT_EQ (heard.rateHz, 44100);
            EXPECT_EQ (heard.numChannels, 2u);
        }
    }
}

TEST (AuditionCommand, aMonoMasterFeedsBothChannels)
{
    const TemporaryFolder folder;
    std::vector<float> tone (96000);

    for (std::size_t i = 0; i < tone.size(); ++i)
        tone[i] = 0.1f * std::sin (static_cast<float> (i) * 0.05f);

    const auto song = folder.write ("mono.wav", support::floatWavBytes (tone, 1, 48000)).string();
    const auto out = (folder / "out.wav").string();
    ASSERT_EQ (
        elsewhere (
            { "audition", song, "--device", "untouched", "--listen", "loudspeakers", "-o", out })
            .exitCode,
        0);
    const auto heard = hear (out);
    ASSERT_EQ (heard.numChannels, 2u);
    EXPECT_EQ (heard.channels[0], heard.channels[1]);
}

TEST (AuditionCommand, rendersAMasterOfOneSample)
{
    const TemporaryFolder folder;
    const auto song =
        folder.write ("one.wav", support::floatWavBytes ({ 0.5f, 0.5f }, 2, 48000)).string();
    EXPECT_EQ (
        elsewhere (
            { "audition", song, "--device", "phone-typical", "-o", (folder / "out.wav").string() })
            .exitCode,
        0);
}

} // namespace
} // namespace cli
