// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/AudioFile.h"

#include "dsp/AudioBuffer.h"
#include "support/TemporaryFolder.h"
#include "support/WavBytes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sndfile.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <csignal>
#include <limits>
#include <numbers>
#include <random>
#include <sys/resource.h>

namespace files
{
namespace
{

namespace fs = std::filesystem;
using support::readWhole;
using support::TemporaryFolder;
using testing::AllOf;
using testing::HasSubstr;

dsp::AudioBuffer noise (std::size_t channels, std::size_t frames, float peak = 0.9f)
{
    dsp::AudioBuffer buffer (channels, frames);
    std::mt19937 random (7);
    std::uniform_real_distribution<float> sample (-peak, peak);

    for (std::size_t channel = 0; channel < channels; ++channel)
        for (float& value : buffer.channel (channel))
            value = sample (random);

    return buffer;
}

fs::path written (const fs::path& file,
                  const dsp::AudioBuffer& audio,
                  Encoding encoding = Encoding::wavFloat,
                  int rateHz = 48000)
{
    auto writer = AudioFileWriter::create (
        file, { encoding, audio.numChannels(), { rateHz }, {} }, Overwrite::refuse);
    EXPECT_TRUE (writer) << writer.problem().sentence();
    EXPECT_TRUE (writer->write (audio.block()));
    EXPECT_TRUE (writer->finish());
    return file;
}

/** Through libsndfile directly, for formats that we do not write. */
fs::path foreign (const fs::path& file, int format, int channels, int rateHz, std::size_t frames)
{
    SF_INFO info {};
    info.format = format;
    info.channels = channels;
    info.samplerate = rateHz;
    auto* handle = sf_open (file.c_str(), SFM_WRITE, &info);
    EXPECT_NE (handle, nullptr) << sf_strerror (nullptr);
    std::vector<float> samples (frames * static_cast<std::size_t> (channels));

    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = 0.5f * std::sin (0.01f * static_cast<float> (i));

    sf_writef_float (handle, samples.data(), static_cast<sf_count_t> (frames));
    sf_close (handle);
    return file;
}

/** Reads to the end in blocks of an odd size. */
units::Result<dsp::AudioBuffer> readAll (const fs::path& file)
{
    auto reader = AudioFileReader::open (file);

    if (! reader)
        return reader.problem();

    dsp::AudioBuffer whole (reader->numChannels(), static_cast<std::size_t> (reader->numFrames()));
    dsp::AudioBuffer block (reader->numChannels(), 997);
    std::size_t total = 0;

    for (;;)
    {
        const auto got = reader->read (block.block());

        if (! got)
            return got.problem();

        for (std::size_t channel = 0; channel < whole.numChannels(); ++channel)
            std::copy_n (block.channel (channel).begin(),
                         *got,
                         whole.channel (channel).begin() + static_cast<std::ptrdiff_t> (total));

        total += *got;

        if (*got < block.numFrames())
            break;
    }

    EXPECT_EQ (total, whole.numFrames());
    return whole;
}

std::string complaint (const fs::path& file)
{
    const auto audio = readAll (file);
    return audio ? "no complaint" : audio.problem().sentence();
}

void aGoodOneStillPasses (const TemporaryFolder& folder)
{
    EXPECT_EQ (complaint (written (folder / "good.wav", noise (2, 1000))), "no complaint");
}

float largestDifference (const dsp::AudioBuffer& a, const dsp::AudioBuffer& b)
{
    float largest = 0.0f;

    for (std::size_t channel = 0; channel < a.numChannels(); ++channel)
        for (std::size_t frame = 0; frame < a.numFrames(); ++frame)
            largest = std::max (largest,
                                std::abs (a.channel (channel)[frame] - b.channel (channel)[frame]));

    return largest;
}

fs::path tornCopy (const TemporaryFolder& folder, const fs::path& file)
{
    const auto bytes = readWhole (file);
    return folder.write ("torn " + file.filename().string(),
                         bytes.substr (0, bytes.size() * 2 / 3));
}

TEST (AudioFile, floatWavComesBackBitForBit)
{
    const TemporaryFolder folder;
    const auto audio = noise (2, 5000, 4.0f);
    const auto back = readAll (written (folder / "a.wav", audio));

    ASSERT_TRUE (back);
    EXPECT_EQ (largestDifference (audio, *back), 0.0f);
}

TEST (AudioFile, twentyFourBitsComeBackExactlyWhenTheyWereExact)
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

TEST (AudioFile, twentyFourBitsAreRoundedToTheNearestStep)
{
    const TemporaryFolder folder;
    const auto audio = noise (1, 5000);
    const auto back = readAll (written (folder / "a.wav", audio, Encoding::wav24));

    EXPECT_LE (largestDifference (audio, *back), 0.5f / 8388608.0f * 1.0001f);
}

TEST (AudioFile, sixteenBitsAreDitheredByTwoStepsAtMost)
{
    const TemporaryFolder folder;
    const auto audio = noise (2, 20000);
    const auto back = readAll (written (folder / "a.wav", audio, Encoding::wav16));
    const float largest = largestDifference (audio, *back);

    EXPECT_LE (largest, 1.5f / 32768.0f);
    EXPECT_GT (largest, 1.2f / 32768.0f);
}

TEST (AudioFile, ditherOfTheChannelsIsNotTheSame)
{
    const TemporaryFolder folder;
    const dsp::AudioBuffer silence (2, 1000);
    const auto back = readAll (written (folder / "a.wav", silence, Encoding::wav16));

    EXPECT_FALSE (
        std::equal (back->channel (0).begin(), back->channel (0).end(), back->channel (1).begin()));
}

TEST (AudioFile, clipsAndNeverWraps)
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

TEST (AudioFile, theSameAudioGivesTheSameBytes)
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

TEST (AudioFile, shortFilesArePlainWav)
{
    const TemporaryFolder folder;

    EXPECT_TRUE (readWhole (written (folder / "a.wav", noise (2, 100))).starts_with ("RIFF"));
}

TEST (AudioFile, saysWhatItIs)
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

TEST (AudioFile, leavesNothingWhenNotFinished)
{
    const TemporaryFolder folder;

    {
        auto writer = AudioFileWriter::create (folder / "a.wav", {}, Overwrite::refuse);
        EXPECT_TRUE (writer->write (noise (2, 1000).block()));
    }

    EXPECT_EQ (folder.numEntries(), 0u);
}

TEST (AudioFile, noticesAFullDisk)
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

TEST (AudioFile, refusesToWriteWhatIsNoNumber)
{
    const TemporaryFolder folder;
    dsp::AudioBuffer bad (2, 10);
    bad.channel (1)[3] = std::numeric_limits<float>::quiet_NaN();
    auto writer = AudioFileWriter::create (folder / "a.wav", {}, Overwrite::refuse);

    EXPECT_FALSE (writer->write (bad.block()));
}

TEST (AudioFile, refusesUnwritableTargets)
{
    const TemporaryFolder folder;

    EXPECT_FALSE (AudioFileWriter::create (folder.path, {}, Overwrite::allow));
    EXPECT_FALSE (AudioFileWriter::create ("/proc/a.wav", {}, Overwrite::allow));
    EXPECT_FALSE (AudioFileWriter::create (folder / "none/a.wav", {}, Overwrite::allow));
    aGoodOneStillPasses (folder);
}

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
