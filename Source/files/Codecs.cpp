// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/Codecs.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <sstream>

namespace files
{

namespace
{

constexpr std::array codecs {
    Codec { .name = "AAC, 128 kbit/s",
            .encoder = "aac",
            .format = "adts",
            .demuxer = "aac",
            .kilobits = 128,
            .highestRateHz = 96000,
            .isErratic = true },
    Codec { .name = "AAC, 256 kbit/s",
            .encoder = "aac",
            .format = "adts",
            .demuxer = "aac",
            .kilobits = 256,
            .highestRateHz = 96000,
            .isErratic = true },
    Codec { .name = "Opus, 96 kbit/s",
            .encoder = "libopus",
            .format = "ogg",
            .demuxer = "ogg",
            .kilobits = 96,
            .lowestRateHz = 48000 },
    Codec { .name = "Opus, 128 kbit/s",
            .encoder = "libopus",
            .format = "ogg",
            .demuxer = "ogg",
            .kilobits = 128,
            .lowestRateHz = 48000 },
    Codec { .name = "Vorbis, 160 kbit/s",
            .encoder = "libvorbis",
            .format = "ogg",
            .demuxer = "ogg",
            .kilobits = 160 },
    Codec { .name = "MP3, 128 kbit/s",
            .encoder = "libmp3lame",
            .format = "mp3",
            .demuxer = "mp3",
            .kilobits = 128 },
    Codec { .name = "MP3, 320 kbit/s",
            .encoder = "libmp3lame",
            .format = "mp3",
            .demuxer = "mp3",
            .kilobits = 320 },
    Codec { .name = "SBC (Bluetooth), 328 kbit/s",
            .encoder = "sbc",
            .format = "sbc",
            .demuxer = "sbc",
            .kilobits = 328,
            .lowestRateHz = 44100,
            .isSixteenBit = true },
};

constexpr float half = 0.5f;

std::string interleaved (dsp::ConstAudioBlock programme, float gain)
{
    std::vector<float> frames (programme.numChannels() * programme.numFrames());

    for (std::size_t c = 0; c < programme.numChannels(); ++c)
        for (std::size_t i = 0; i < programme.numFrames(); ++i)
            frames[i * programme.numChannels() + c] = gain * programme.channel (c)[i];

    return { reinterpret_cast<const char*> (frames.data()), frames.size() * sizeof (float) };
}

dsp::AudioBuffer planar (std::string_view bytes, std::size_t numChannels, float gain)
{
    const auto numFrames = bytes.size() / sizeof (float) / numChannels;
    std::vector<float> frames (numFrames * numChannels);
    std::memcpy (frames.data(), bytes.data(), frames.size() * sizeof (float));
    dsp::AudioBuffer audio (numChannels, numFrames);

    for (std::size_t c = 0; c < numChannels; ++c)
        for (std::size_t i = 0; i < numFrames; ++i)
            audio.channel (c)[i] = gain * frames[i * numChannels + c];

    return audio;
}

int rateOf (const Codec& codec, units::SampleRate rate)
{
    return std::clamp (rate.hertz, codec.lowestRateHz, codec.highestRateHz);
}

using Words = std::vector<std::string>;

Words encoding (const Codec& codec, units::SampleRate rate, std::size_t numChannels)
{
    return { "ffmpeg",    "-hide_banner",
             "-loglevel", "quiet",
             "-f",        "f32le",
             "-ar",       std::to_string (rate.hertz),
             "-ac",       std::to_string (numChannels),
             "-i",        "pipe:0",
             "-threads",  "1",
             "-ar",       std::to_string (rateOf (codec, rate)),
             "-c:a",      std::string (codec.encoder),
             "-b:a",      std::to_string (codec.kilobits) + "k",
             "-f",        std::string (codec.format),
             "pipe:1" };
}

Words decoding (const Codec& codec, std::size_t numChannels)
{
    return { "ffmpeg",    "-hide_banner",
             "-loglevel", "quiet",
             "-threads",  "1",
             "-f",        std::string (codec.demuxer),
             "-i",        "pipe:0",
             "-ac",       std::to_string (numChannels),
             "-c:a",      "pcm_f32le",
             "-f",        "f32le",
             "pipe:1" };
}

} // namespace

std::span<const Codec> lossyCodecs() { return codecs; }

units::Result<Coded> throughCodec (dsp::ConstAudioBlock programme,
                                   units::SampleRate rate,
                                   const Codec& codec,
                                   const Patience& patience)
{
    const auto numChannels = programme.numChannels();
    const float level = codec.isSixteenBit ? half : 1.0f;
    const auto stream = throughProgram (
        encoding (codec, rate, numChannels), interleaved (programme, level), patience);

    if (! stream)
        return stream.problem();

    const auto decoded = throughProgram (decoding (codec, numChannels), *stream, patience);

    if (! decoded)
        return decoded.problem();

    return Coded { planar (*decoded, numChannels, 1.0f / level), { rateOf (codec, rate) } };
}

units::Result<std::vector<std::string>> ffmpegEncoders (const Patience& patience)
{
    const auto listed = throughProgram ({ "ffmpeg", "-hide_banner", "-encoders" }, {}, patience);

    if (! listed)
        return listed.problem();

    // " A....D libmp3lame           libmp3lame MP3 (MPEG audio layer 3) (codec mp3)"
    std::istringstream lines { *listed };
    std::vector<std::string> names;

    for (std::string line; std::getline (lines, line);)
    {
        std::istringstream words { line };
        std::string flags;
        std::string name;

        if (words >> flags >> name && flags.front() == 'A' && name != "=")
            names.push_back (name);
    }

    return names;
}

} // namespace files
