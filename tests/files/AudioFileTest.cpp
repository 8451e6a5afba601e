// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/AudioFile.h"

#include <gmock/gmock.h>

#include <array>
#include <limits>

#include "AudioFileExamples.h"

namespace files
{
namespace
{

using namespace examples;
using support::readWhole;
using support::TemporaryFolder;
using testing::AllOf;
using testing::HasSubstr;

TEST (AudioFile, readsEveryFormatOfTheLibrary)
{
    const TemporaryFolder folder;
    const std::array<std::pair<const char*, int>, 9> formats { {
        { "a.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16 },
        { "b.aiff", SF_FORMAT_AIFF | SF_FORMAT_PCM_24 },
        { "c.flac", SF_FORMAT_FLAC | SF_FORMAT_PCM_16 },
        { "d.caf", SF_FORMAT_CAF | SF_FORMAT_PCM_32 },
        { "e.w64", SF_FORMAT_W64 | SF_FORMAT_FLOAT },
        { "f.rf64", SF_FORMAT_RF64 | SF_FORMAT_DOUBLE },
        { "g.ogg", SF_FORMAT_OGG | SF_FORMAT_VORBIS },
        { "h.opus", SF_FORMAT_OGG | SF_FORMAT_OPUS },
        { "i.mp3", SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III },
    } };

    for (const auto& [name, format] : formats)
    {
        const auto back = readAll (foreign (folder / name, format, 2, 48000, 30000));
        ASSERT_TRUE (back) << name << ": " << back.problem().sentence();
        EXPECT_EQ (back->numFrames(), 30000u) << name;
    }
}

TEST (AudioFile, acceptsOneFrameAndEveryUsualRate)
{
    const TemporaryFolder folder;

    for (const int rate : { 8000, 22050, 44100, 48000, 88200, 96000, 176400, 192000 })
    {
        const auto file = written (
            folder / (std::to_string (rate) + ".wav"), noise (1, 1), Encoding::wav24, rate);
        const auto reader = AudioFileReader::open (file);
        ASSERT_TRUE (reader);
        EXPECT_EQ (reader->rate().hertz, rate);
        EXPECT_EQ (reader->numFrames(), 1);
    }
}

TEST (AudioFile, seeksToTheFrame)
{
    const TemporaryFolder folder;
    const auto audio = noise (2, 1000);
    auto reader = *AudioFileReader::open (written (folder / "a.wav", audio));
    dsp::AudioBuffer block (2, 10);

    EXPECT_TRUE (reader.seek (500));
    EXPECT_EQ (*reader.read (block.block()), 10u);
    EXPECT_EQ (block.channel (1)[0], audio.channel (1)[500]);
    EXPECT_FALSE (reader.seek (1001));
    EXPECT_TRUE (reader.seek (1000));
    EXPECT_EQ (*reader.read (block.block()), 0u);
}

TEST (AudioFile, namesTheFrameWhereAFileBreaksOff)
{
    const TemporaryFolder folder;
    const auto wav = written (folder / "a.wav", noise (2, 3000), Encoding::wav16);

    EXPECT_THAT (complaint (tornCopy (folder, wav)),
                 AllOf (HasSubstr ("breaks off after frame 19"), HasSubstr ("0.04")));

    for (const auto& [name, format] : { std::pair { "b.aiff", SF_FORMAT_AIFF | SF_FORMAT_PCM_16 },
                                        std::pair { "c.w64", SF_FORMAT_W64 | SF_FORMAT_PCM_16 },
                                        std::pair { "d.rf64", SF_FORMAT_RF64 | SF_FORMAT_FLOAT },
                                        std::pair { "e.flac", SF_FORMAT_FLAC | SF_FORMAT_PCM_16 },
                                        std::pair { "f.ogg", SF_FORMAT_OGG | SF_FORMAT_VORBIS },
                                        std::pair { "g.opus", SF_FORMAT_OGG | SF_FORMAT_OPUS } })
        EXPECT_THAT (
            complaint (tornCopy (folder, foreign (folder / name, format, 2, 48000, 100000))),
            HasSubstr ("breaks off after frame"))
            << name;

    aGoodOneStillPasses (folder);
}

TEST (AudioFile, readsWhatWasWrittenToAPipe)
{
    const TemporaryFolder folder;
    auto bytes = readWhole (
        foreign (folder / "a.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 2, 48000, 3000));
    bytes.replace (bytes.find ("data") + 4, 4, "\xFF\xFF\xFF\xFF");

    EXPECT_EQ (complaint (folder.write ("piped.wav", bytes)), "no complaint");
}

TEST (AudioFile, namesTheFrameThatIsNoNumber)
{
    const TemporaryFolder folder;

    for (const float poison :
         { std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity() })
    {
        auto bytes = readWhole (
            foreign (folder / "a.wav", SF_FORMAT_WAV | SF_FORMAT_FLOAT, 2, 48000, 3000));
        const auto place = bytes.find ("data") + 8 + (1500 * 2 + 1) * sizeof (float);
        std::copy_n (reinterpret_cast<const char*> (&poison),
                     sizeof (float),
                     bytes.begin() + static_cast<std::ptrdiff_t> (place));

        EXPECT_THAT (
            complaint (folder.write ("nan.wav", bytes)),
            AllOf (HasSubstr ("frame 1500 (0.031 s), channel 2"), HasSubstr ("not a number")));
    }

    aGoodOneStillPasses (folder);
}

TEST (AudioFile, namesTheFrameThatIsNoSound)
{
    const TemporaryFolder folder;
    auto samples = std::vector<float> (2000, 0.1f);
    samples[1001] = -1e30f;

    EXPECT_THAT (complaint (folder.write ("a.wav", support::floatWavBytes (samples, 2, 48000))),
                 AllOf (HasSubstr ("frame 500 (0.010 s), channel 2"), HasSubstr ("full scale")));

    samples[1001] = -2147483648.0f; // an integer export that was not scaled is still music
    EXPECT_EQ (complaint (folder.write ("b.wav", support::floatWavBytes (samples, 2, 48000))),
               "no complaint");
}

TEST (AudioFile, refusesChannelsAndRatesThatItCannotUse)
{
    const TemporaryFolder folder;
    constexpr int wav = SF_FORMAT_WAV | SF_FORMAT_PCM_16;

    EXPECT_THAT (complaint (foreign (folder / "7.wav", wav, 7, 48000, 10)),
                 AllOf (HasSubstr ("7 channels"), HasSubstr ("ffmpeg -i"), HasSubstr ("-ac 2")));
    EXPECT_THAT (complaint (foreign (folder / "low.wav", wav, 2, 4000, 10)), HasSubstr ("4000 Hz"));
    EXPECT_THAT (complaint (foreign (folder / "high.wav", wav, 2, 384000, 10)),
                 HasSubstr ("384000 Hz"));

    auto bytes = readWhole (foreign (folder / "0.wav", wav, 1, 48000, 10));
    bytes[22] = 0; // the number of channels
    EXPECT_NE (complaint (folder.write ("zero.wav", bytes)), "no complaint");
    aGoodOneStillPasses (folder);
}

TEST (AudioFile, refusesWhatIsNoAudio)
{
    const TemporaryFolder folder;

    EXPECT_THAT (complaint (folder.write ("a.wav", "")), HasSubstr ("0 bytes"));
    EXPECT_THAT (complaint (folder.write ("b.wav", "hello, I am no audio")),
                 HasSubstr ("cannot be read as audio"));
    EXPECT_THAT (complaint (folder.path), HasSubstr ("folder"));
    EXPECT_THAT (complaint (folder / "none.wav"), HasSubstr ("no such file"));
    EXPECT_THAT (complaint ("/dev/zero"), HasSubstr ("device"));
    EXPECT_THAT (
        complaint (foreign (folder / "c.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 2, 48000, 0)),
        HasSubstr ("0 frames"));
    aGoodOneStillPasses (folder);
}

TEST (AudioFile, saysHowToConvertWhatTheLibraryCannotRead)
{
    const TemporaryFolder folder;
    const std::string bytes ("\0\0\0\x20"
                             "ftypM4A \0\0\0\0",
                             16);

    EXPECT_THAT (
        complaint (folder.write ("it's.m4a", bytes)),
        AllOf (HasSubstr ("AAC or ALAC"), HasSubstr ("ffmpeg -i '"), HasSubstr ("it'\\''s.m4a")));
    aGoodOneStillPasses (folder);
}

TEST (AudioFile, doesNotTakeBytesForAudioByTheirName)
{
    const TemporaryFolder folder;

    for (const auto* name : { "a.raw", "a.vox", "a.gsm", "a.au", "a.snd" })
        EXPECT_NE (complaint (folder.write (name, std::string (5000, 'x'))), "no complaint")
            << name;

    aGoodOneStillPasses (folder);
}

TEST (AudioFile, readsImpulseResponsesExactly)
{
    const TemporaryFolder folder;
    const auto audio = noise (4, 2000);
    const auto responses = readImpulseResponses (written (folder / "true stereo.wav", audio));

    ASSERT_TRUE (responses);
    ASSERT_EQ (responses->size(), 4u);
    EXPECT_EQ (responses->at (3).rate.hertz, 48000);
    ASSERT_EQ (responses->at (3).samples.size(), 2000u);

    for (std::size_t i = 0; i < 2000; ++i)
        EXPECT_EQ (responses->at (3).samples[i], static_cast<double> (audio.channel (3)[i]));
}

TEST (AudioFile, refusesImpulseResponsesOfTenMinutes)
{
    const TemporaryFolder folder;
    const auto file = foreign (
        folder / "a.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_U8, 1, 8000, 8000 * 600);

    EXPECT_THAT (readImpulseResponses (file).problem().sentence(),
                 AllOf (HasSubstr ("600.000 s"), HasSubstr ("deconvolve")));
    EXPECT_FALSE (readImpulseResponses (tornCopy (folder, written (folder / "b", noise (2, 900)))));
    EXPECT_TRUE (readImpulseResponses (written (folder / "good.wav", noise (1, 100))));
}

} // namespace
} // namespace files
