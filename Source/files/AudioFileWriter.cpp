// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/Dither.h"
#include "files/AudioFile.h"
#include "files/SoundHandle.h"
#include "units/Precondition.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace files
{

namespace fs = std::filesystem;
using units::Problem;

namespace
{

Problem unwritable (const fs::path& file, const std::string& act, const std::string& reason)
{
    return { Problem::Kind::unwritableFile,
             file.string(),
             act + ": " + reason + (reason.ends_with ('.') ? "" : "."),
             "Free some space, or write to another disk." };
}

int formatCode (Encoding encoding)
{
    // RF64 becomes plain WAV on closing when it has stayed below 4 GiB.
    switch (encoding)
    {
    case Encoding::wav16:
        return SF_FORMAT_RF64 | SF_FORMAT_PCM_16;
    case Encoding::wav24:
        return SF_FORMAT_RF64 | SF_FORMAT_PCM_24;
    case Encoding::wavFloat:
        return SF_FORMAT_RF64 | SF_FORMAT_FLOAT;
    case Encoding::flac:
        return SF_FORMAT_FLAC | SF_FORMAT_PCM_24;
    }

    return 0;
}

/** 24 bits in the upper part of 32, as libsndfile passes them on unchanged. Its own conversion from
    float scales by 2^23 − 1 and so alters samples that are on the grid already. */
int quantisedTo24 (float sample)
{
    const double steps = std::round (static_cast<double> (sample) * 8388608.0);
    return static_cast<int> (std::clamp (steps, -8388608.0, 8388607.0)) * 256;
}

void describe (SNDFILE* file, const AudioMetadata& metadata)
{
    sf_set_string (file, SF_STR_TITLE, metadata.title.c_str());
    sf_set_string (file, SF_STR_COMMENT, metadata.comment.c_str());
    sf_set_string (file, SF_STR_SOFTWARE, metadata.software.c_str());
}

} // namespace

struct AudioFileWriter::State
{
    OutputFile output;
    Format format;
    SoundHandle handle;                    ///< closed before the file is removed or renamed
    std::vector<dsp::Dither16> dithers {}; ///< one per channel: noise that has no direction
    std::int64_t framesWritten = 0;
    std::vector<float> floats {};
    std::vector<int> integers {};
    std::vector<short> shorts {};

    /** @returns frames that libsndfile took */
    sf_count_t writeEncoded()
    {
        const auto channels = format.numChannels;
        const auto frames = static_cast<sf_count_t> (floats.size() / channels);

        if (format.encoding == Encoding::wavFloat)
            return sf_writef_float (handle.get(), floats.data(), frames);

        if (format.encoding == Encoding::wav16)
        {
            shorts.resize (floats.size());

            for (std::size_t i = 0; i < floats.size(); ++i)
                shorts[i] = dithers[i % channels].quantised (static_cast<double> (floats[i]));

            return sf_writef_short (handle.get(), shorts.data(), frames);
        }

        integers.resize (floats.size());
        std::transform (floats.begin(), floats.end(), integers.begin(), quantisedTo24);
        return sf_writef_int (handle.get(), integers.data(), frames);
    }

    /** A disk that filled up while closing shows only in what can be read back. */
    bool isComplete() const
    {
        SF_INFO info {};
        const SoundHandle written (sf_open (output.temporaryPath().c_str(), SFM_READ, &info));
        return framesWritten == 0 || (written != nullptr && info.frames == framesWritten);
    }
};

units::Result<AudioFileWriter>
AudioFileWriter::create (const fs::path& target, const Format& format, Overwrite overwrite)
{
    auto output = OutputFile::create (target, overwrite);

    if (! output)
        return output.problem();

    SF_INFO info {};
    info.channels = static_cast<int> (format.numChannels);
    info.samplerate = format.rate.hertz;
    info.format = formatCode (format.encoding);
    SoundHandle handle (sf_open (output->temporaryPath().c_str(), SFM_WRITE, &info));

    if (handle == nullptr)
        return unwritable (target, "The file could not be begun", sf_strerror (nullptr));

    sf_command (handle.get(), SFC_RF64_AUTO_DOWNGRADE, nullptr, SF_TRUE);
    // It carries the time of writing: the same render would not give the same bytes.
    sf_command (handle.get(), SFC_SET_ADD_PEAK_CHUNK, nullptr, SF_FALSE);
    describe (handle.get(), format.metadata);

    auto state = std::make_unique<State> (
        State { *std::move (output), format, std::move (handle) });

    for (std::size_t channel = 0; channel < format.numChannels; ++channel)
        state->dithers.emplace_back (channel);

    return AudioFileWriter (std::move (state));
}

AudioFileWriter::AudioFileWriter (std::unique_ptr<State> opened) : state (std::move (opened)) {}
AudioFileWriter::AudioFileWriter (AudioFileWriter&&) noexcept = default;
AudioFileWriter& AudioFileWriter::operator= (AudioFileWriter&&) noexcept = default;
AudioFileWriter::~AudioFileWriter() = default;

units::Result<void> AudioFileWriter::write (dsp::ConstAudioBlock block)
{
    PRECONDITION (block.numChannels() == state->format.numChannels);
    const auto channels = block.numChannels();
    state->floats.resize (channels * block.numFrames());

    for (std::size_t channel = 0; channel < channels; ++channel)
        for (std::size_t frame = 0; frame < block.numFrames(); ++frame)
            state->floats[frame * channels + channel] = block.channel (channel)[frame];

    if (! std::all_of (state->floats.begin(), state->floats.end(), [] (float sample) {
            return std::isfinite (sample);
        }))
        return Problem { Problem::Kind::invalidValue,
                         state->output.target().string(),
                         "A sample to be written is not a number, or infinite.",
                         "This is a fault of the program: please report it with the input files." };

    const auto frames = static_cast<sf_count_t> (block.numFrames());

    if (state->writeEncoded() != frames)
        return unwritable (state->output.target(),
                           "Writing stopped after frame " + std::to_string (state->framesWritten),
                           sf_strerror (state->handle.get()));

    state->framesWritten += frames;
    return {};
}

units::Result<void> AudioFileWriter::finish()
{
    const int error = sf_close (state->handle.release());

    if (error != SF_ERR_NO_ERROR)
        return unwritable (
            state->output.target(), "The file could not be closed", sf_error_number (error));

    if (! state->isComplete())
        return unwritable (state->output.target(),
                           "The file could not be completed",
                           "not every frame has arrived on the disk");

    return state->output.commit();
}

} // namespace files
