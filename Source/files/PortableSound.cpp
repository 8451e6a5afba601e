// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/PortableSound.h"

#include "files/SoundHandle.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

namespace files
{

namespace
{

/** A file in memory, as libsndfile wants to see it. */
struct Memory
{
    std::string bytes;
    sf_count_t place = 0;

    static Memory& of (void* user) { return *static_cast<Memory*> (user); }

    static sf_count_t length (void* user)
    {
        return static_cast<sf_count_t> (of (user).bytes.size());
    }

    static sf_count_t seek (sf_count_t offset, int whence, void* user)
    {
        auto& memory = of (user);
        const auto origin = whence == SEEK_SET   ? 0
                            : whence == SEEK_CUR ? memory.place
                                                 : length (user);
        return memory.place = origin + offset;
    }

    static sf_count_t read (void* into, sf_count_t count, void* user)
    {
        auto& memory = of (user);
        const auto available = std::max<sf_count_t> (0, length (user) - memory.place);
        count = std::min (count, available);
        std::copy_n (memory.bytes.data() + memory.place, count, static_cast<char*> (into));
        memory.place += count;
        return count;
    }

    static sf_count_t write (const void* from, sf_count_t count, void* user)
    {
        auto& memory = of (user);
        const auto end = static_cast<std::size_t> (memory.place + count);
        memory.bytes.resize (std::max (memory.bytes.size(), end));
        std::copy_n (static_cast<const char*> (from), count, memory.bytes.data() + memory.place);
        memory.place += count;
        return count;
    }

    static sf_count_t tell (void* user) { return of (user).place; }
};

std::vector<float> interleaved (dsp::ConstAudioBlock sound)
{
    const auto channels = sound.numChannels();
    std::vector<float> samples (channels * sound.numFrames());

    for (std::size_t c = 0; c < channels; ++c)
        for (std::size_t frame = 0; frame < sound.numFrames(); ++frame)
            samples[frame * channels + c] = std::clamp (sound.channel (c)[frame], -1.0f, 1.0f);

    return samples;
}

/** Empty where libsndfile has no such format. */
std::string encoded (dsp::ConstAudioBlock sound, units::SampleRate rate, int format)
{
    SF_INFO info {};
    info.channels = static_cast<int> (sound.numChannels());
    info.samplerate = rate.hertz;
    info.format = format;

    if (sf_format_check (&info) == SF_FALSE)
        return {};

    SF_VIRTUAL_IO door { Memory::length, Memory::seek, Memory::read, Memory::write, Memory::tell };
    Memory memory;
    SoundHandle handle (sf_open_virtual (&door, SFM_WRITE, &info, &memory));

    if (handle == nullptr)
        return {};

    // Of the range from the best to the smallest; variable, so that silence costs nothing.
    double compression = 0.5;
    int mode = SF_BITRATE_MODE_VARIABLE;
    sf_command (handle.get(), SFC_SET_BITRATE_MODE, &mode, sizeof mode);
    sf_command (handle.get(), SFC_SET_COMPRESSION_LEVEL, &compression, sizeof compression);
    sf_command (handle.get(), SFC_SET_CLIPPING, nullptr, SF_TRUE);

    const auto samples = interleaved (sound);
    const auto frames = static_cast<sf_count_t> (sound.numFrames());
    const bool isWritten = sf_writef_float (handle.get(), samples.data(), frames) == frames;
    const bool isClosed = sf_close (handle.release()) == SF_ERR_NO_ERROR;
    return isWritten && isClosed ? std::move (memory.bytes) : std::string {};
}

/** The sample rates of MPEG-1, MPEG-2 and MPEG-2.5, layer III. At others libsndfile 1.2 fails, and keeps the
    encoder's memory. */
bool isKnownToMp3 (units::SampleRate rate)
{
    constexpr std::array rates { 8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000 };
    return std::ranges::find (rates, rate.hertz) != rates.end();
}

} // namespace

PortableSound portableSound (dsp::ConstAudioBlock sound, units::SampleRate rate)
{
    auto mp3 = isKnownToMp3 (rate)
                   ? encoded (sound, rate, SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III)
                   : std::string {};

    if (! mp3.empty())
        return { "audio/mpeg", std::move (mp3) };

    return { "audio/wav", encoded (sound, rate, SF_FORMAT_WAV | SF_FORMAT_PCM_16) };
}

} // namespace files
