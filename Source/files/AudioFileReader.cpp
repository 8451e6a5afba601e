// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/AudioFile.h"
#include "files/DataChunk.h"
#include "files/InputFile.h"
#include "files/SoundHandle.h"
#include "units/Precondition.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <vector>

namespace files
{

namespace fs = std::filesystem;
using units::Problem;

namespace
{

/** Full scale of 32-bit integers, which an export that forgot to scale would reach. What is above it
    is no sound, and its square leaves the range of floats a few stages on. */
constexpr double loudestSample = 2147483648.0;

/** A NaN, an infinity or an absurd level among these interleaved samples: its index, or the number
    of samples. */
template <typename Sample>
std::size_t firstUnusable (const std::vector<Sample>& samples, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        if (! (std::abs (static_cast<double> (samples[i])) <= loudestSample))
            return i;

    return count;
}

std::string seconds (std::int64_t frame, int rate)
{
    std::array<char, 64> digits {};
    std::snprintf (digits.data(), digits.size(), "%.3f s", static_cast<double> (frame) / rate);
    return digits.data();
}

} // namespace

struct AudioFileReader::State
{
    State (fs::path from, SoundHandle opened, const SF_INFO& found)
        : file (std::move (from)),
          handle (std::move (opened)),
          info (found)
    {}

    std::size_t channels() const { return static_cast<std::size_t> (info.channels); }

    /** Ogg without its last page: libsndfile does not know the length, so it is counted. */
    void countWhatIsThere()
    {
        std::vector<float> passed (4096 * channels());
        std::int64_t total = 0;

        while (const auto count = sf_readf_float (handle.get(), passed.data(), 4096))
            total += count;

        info.frames = total;
        isTorn = true;
        sf_seek (handle.get(), 0, SEEK_SET);
    }

    void compareWithHeader()
    {
        if (info.frames == std::numeric_limits<sf_count_t>::max())
            countWhatIsThere();

        const auto chunk = findDataChunk (file);
        isTorn = isTorn || (chunk && chunk->breaksOff());
    }

    /** An MP3 without a table of contents has only an estimated length. */
    bool endsWhereItShould() const
    {
        constexpr std::int64_t twoMp3Frames = 2304; // of 1152 samples (MPEG-1 layer III)
        const bool isMpeg = (info.format & SF_FORMAT_TYPEMASK) == SF_FORMAT_MPEG;
        return ! isTorn && position + (isMpeg ? twoMp3Frames : 0) >= info.frames;
    }

    Problem torn() const
    {
        return unreadableSound (file,
                                "The file breaks off after frame " + std::to_string (position)
                                    + " (" + seconds (position, info.samplerate)
                                    + "): its header promises more.",
                                "Copy, download or export it again; to keep what is there: "
                                    + ffmpegCommand (file, "") + ".");
    }

    Problem unusable (std::size_t index, double sample) const
    {
        const auto frame = position + static_cast<std::int64_t> (index / channels());
        return { Problem::Kind::invalidValue,
                 file.string() + ": frame " + std::to_string (frame) + " ("
                     + seconds (frame, info.samplerate) + "), channel "
                     + std::to_string (index % channels() + 1),
                 std::isfinite (sample)
                     ? "The sample is louder than any sound: over 2^31 times full scale."
                     : "The sample is not a number, or infinite.",
                 "Find the plug-in that made it, and export again." };
    }

    fs::path file;
    SoundHandle handle;
    SF_INFO info;
    std::int64_t position = 0;
    bool isTorn = false;
    std::vector<float> interleaved {};
};

namespace
{

units::Result<void>
checkLimits (const fs::path& file, const SF_INFO& info, const AudioFileReader::Limits& limits)
{
    const auto refused = [&] (std::string what, const std::string& between) {
        return Problem { Problem::Kind::unsupported,
                         file.string(),
                         std::move (what),
                         "Convert it first: " + ffmpegCommand (file, between) + "." };
    };

    if (info.channels < 1 || info.channels > limits.maximumChannels)
        return refused ("The file has " + std::to_string (info.channels) + " channels; at most "
                            + std::to_string (limits.maximumChannels) + " can be used here.",
                        "-ac " + std::to_string (limits.maximumChannels));

    if (info.samplerate < limits.minimumRateHz || info.samplerate > limits.maximumRateHz)
        return refused ("The sample rate is " + std::to_string (info.samplerate) + " Hz; from "
                            + std::to_string (limits.minimumRateHz) + " to "
                            + std::to_string (limits.maximumRateHz) + " Hz can be used.",
                        "-ar 48000");

    if (info.frames <= 0)
        return unreadableSound (
            file, "There is no audio in this file: 0 frames.", "Export it again.");

    return {};
}

} // namespace

units::Result<AudioFileReader> AudioFileReader::open (const fs::path& file, Limits limits)
{
    if (auto readable = checkReadable (file); ! readable)
        return readable.problem();

    SF_INFO info {};
    SoundHandle handle (sf_open (file.c_str(), SFM_READ, &info));

    if (handle == nullptr)
        return notOpenedSound (file, sf_strerror (nullptr));

    // By their extension alone libsndfile would take any bytes for audio.
    if ((info.format & SF_FORMAT_TYPEMASK) == SF_FORMAT_RAW)
        return notOpenedSound (file, "it has no header.");

    if (auto usable = checkLimits (file, info, limits); ! usable)
        return usable.problem();

    auto state = std::make_unique<State> (file, std::move (handle), info);
    state->compareWithHeader();
    return AudioFileReader (std::move (state));
}

AudioFileReader::AudioFileReader (std::unique_ptr<State> opened) : state (std::move (opened)) {}
AudioFileReader::AudioFileReader (AudioFileReader&&) noexcept = default;
AudioFileReader& AudioFileReader::operator= (AudioFileReader&&) noexcept = default;
AudioFileReader::~AudioFileReader() = default;

std::size_t AudioFileReader::numChannels() const { return state->channels(); }
units::SampleRate AudioFileReader::rate() const { return { state->info.samplerate }; }
std::int64_t AudioFileReader::numFrames() const { return state->info.frames; }

units::Result<std::size_t> AudioFileReader::read (dsp::AudioBlock into)
{
    PRECONDITION (into.numChannels() == numChannels());
    const auto channels = numChannels();
    state->interleaved.resize (channels * into.numFrames());

    const auto wanted = static_cast<sf_count_t> (into.numFrames());
    const auto got = sf_readf_float (state->handle.get(), state->interleaved.data(), wanted);
    const auto frames = static_cast<std::size_t> (std::max<sf_count_t> (got, 0));

    if (const auto bad = firstUnusable (state->interleaved, frames * channels);
        bad < frames * channels)
        return state->unusable (bad, static_cast<double> (state->interleaved[bad]));

    state->position += static_cast<std::int64_t> (frames);

    if (frames < into.numFrames() && ! state->endsWhereItShould())
        return state->torn();

    for (std::size_t channel = 0; channel < channels; ++channel)
        for (std::size_t frame = 0; frame < frames; ++frame)
            into.channel (channel)[frame] = state->interleaved[frame * channels + channel];

    return frames;
}

units::Result<void> AudioFileReader::seek (std::int64_t frame)
{
    if (sf_seek (state->handle.get(), frame, SEEK_SET) != frame)
        return Problem { Problem::Kind::invalidValue,
                         state->file.string(),
                         "There is no frame " + std::to_string (frame) + ".",
                         "The file has " + std::to_string (numFrames()) + " frames." };

    state->position = frame;
    return {};
}

units::Result<std::vector<dsp::ImpulseResponse>> readImpulseResponses (const fs::path& file)
{
    constexpr int maximumChannels = 4; // true stereo
    constexpr int maximumSeconds = 60; // the longest halls ring for less than 20 s

    auto reader = AudioFileReader::open (file, { .maximumChannels = maximumChannels });

    if (! reader)
        return reader.problem();

    const auto& info = reader->state->info;

    if (info.frames > std::int64_t { maximumSeconds } * info.samplerate)
        return Problem { Problem::Kind::invalidValue,
                         file.string(),
                         "It lasts " + seconds (info.frames, info.samplerate)
                             + "; an impulse response lasts at most "
                             + std::to_string (maximumSeconds) + " s.",
                         "If this is a recording of a sweep, deconvolve it first; if it is an "
                         "impulse response, cut away the silence behind it." };

    return reader->readWholeDouble();
}

units::Result<std::vector<dsp::ImpulseResponse>> AudioFileReader::readWholeDouble()
{
    const auto channels = numChannels();
    std::vector<double> samples (channels * static_cast<std::size_t> (numFrames()));
    const auto got = sf_readf_double (state->handle.get(), samples.data(), numFrames());
    const auto frames = static_cast<std::size_t> (std::max<sf_count_t> (got, 0));

    if (const auto bad = firstUnusable (samples, frames * channels); bad < frames * channels)
        return state->unusable (bad, samples[bad]);

    state->position = got;

    if (! state->endsWhereItShould())
        return state->torn();

    std::vector<dsp::ImpulseResponse> responses (channels, { {}, rate() });

    for (std::size_t channel = 0; channel < channels; ++channel)
        for (std::size_t frame = 0; frame < frames; ++frame)
            responses[channel].samples.push_back (samples[frame * channels + channel]);

    return responses;
}

} // namespace files
