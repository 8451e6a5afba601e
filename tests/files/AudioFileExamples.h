// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBuffer.h"
#include "files/AudioFile.h"
#include "support/TemporaryFolder.h"
#include "support/WavBytes.h"

#include <gtest/gtest.h>
#include <sndfile.h>

#include <algorithm>
#include <cmath>
#include <random>

/** Files to be read, and how they are. */
namespace files::examples
{

inline dsp::AudioBuffer noise (std::size_t channels, std::size_t frames, float peak = 0.9f)
{
    dsp::AudioBuffer buffer (channels, frames);
    std::mt19937 random (7);
    std::uniform_real_distribution<float> sample (-peak, peak);

    for (std::size_t channel = 0; channel < channels; ++channel)
        for (float& value : buffer.channel (channel))
            value = sample (random);

    return buffer;
}

inline std::filesystem::path written (const std::filesystem::path& file,
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
inline std::filesystem::path foreign (const std::filesystem::path& file,
                                      int format,
                                      int channels,
                                      int rateHz,
                                      std::size_t frames)
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
inline units::Result<dsp::AudioBuffer> readAll (const std::filesystem::path& file)
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

inline std::string complaint (const std::filesystem::path& file)
{
    const auto audio = readAll (file);
    return audio ? "no complaint" : audio.problem().sentence();
}

inline void aGoodOneStillPasses (const support::TemporaryFolder& folder)
{
    EXPECT_EQ (complaint (written (folder / "good.wav", noise (2, 1000))), "no complaint");
}

inline float largestDifference (const dsp::AudioBuffer& a, const dsp::AudioBuffer& b)
{
    float largest = 0.0f;

    for (std::size_t channel = 0; channel < a.numChannels(); ++channel)
        for (std::size_t frame = 0; frame < a.numFrames(); ++frame)
            largest = std::max (largest,
                                std::abs (a.channel (channel)[frame] - b.channel (channel)[frame]));

    return largest;
}

inline std::filesystem::path tornCopy (const support::TemporaryFolder& folder,
                                       const std::filesystem::path& file)
{
    const auto bytes = support::readWhole (file);
    return folder.write ("torn " + file.filename().string(),
                         bytes.substr (0, bytes.size() * 2 / 3));
}

} // namespace files::examples
