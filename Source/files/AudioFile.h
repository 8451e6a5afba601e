// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "dsp/ImpulseResponse.h"
#include "files/OutputFile.h"
#include "units/Result.h"
#include "units/SampleRate.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace files
{

/** A short file with its exact values: one response per channel, at most four (true stereo: LL, LR,
    RL, RR) and at most 60 s. */
units::Result<std::vector<dsp::ImpulseResponse>>
readImpulseResponses (const std::filesystem::path& file);

/** Reads whatever libsndfile reads, as float frames, streamed. Tags and artwork are passed over.

    Non-finite samples are refused with their position: a NaN must never reach an ear.
*/
class AudioFileReader
{
public:
    struct Limits
    {
        int maximumChannels = 2;
        int minimumRateHz = 8000;
        int maximumRateHz = 192000;
    };

    static units::Result<AudioFileReader> open (const std::filesystem::path& file, Limits limits);
    static units::Result<AudioFileReader> open (const std::filesystem::path& file)
    {
        return open (file, Limits {});
    }

    AudioFileReader (AudioFileReader&&) noexcept;
    AudioFileReader& operator= (AudioFileReader&&) noexcept;
    ~AudioFileReader();

    std::size_t numChannels() const;
    units::SampleRate rate() const;

    /** Frames to be read, an estimate for some MP3s. A torn file is a Problem when the reading
        comes to where it breaks off. */
    std::int64_t numFrames() const;

    /** Fills the block, which has as many channels as the file, from the front. @returns frames read: fewer than asked only at the end. */
    units::Result<std::size_t> read (dsp::AudioBlock into);

    units::Result<void> seek (std::int64_t frame);

private:
    friend units::Result<std::vector<dsp::ImpulseResponse>>
    readImpulseResponses (const std::filesystem::path& file);

    units::Result<std::vector<dsp::ImpulseResponse>> readWholeDouble();

    struct State;
    explicit AudioFileReader (std::unique_ptr<State> opened);
    std::unique_ptr<State> state;
};

enum class Encoding
{
    wav16, ///< TPDF dither, quantised by us
    wav24,
    wavFloat,
    flac ///< 24 bit
};

/** What a written file says about itself. */
struct AudioMetadata
{
    std::string title;
    std::string comment;
    std::string software;
};

/** Writes beside the target and renames on finish(). Above 4 GiB a WAV becomes RF64. */
class AudioFileWriter
{
public:
    struct Format
    {
        Encoding encoding = Encoding::wavFloat;
        std::size_t numChannels = 2;
        units::SampleRate rate { 48000 };
        AudioMetadata metadata;
    };

    static units::Result<AudioFileWriter>
    create (const std::filesystem::path& target, const Format& format, Overwrite overwrite);

    AudioFileWriter (AudioFileWriter&&) noexcept;
    AudioFileWriter& operator= (AudioFileWriter&&) noexcept;
    ~AudioFileWriter();

    /** A full disk is a Problem here or at finish(), never a silent loss. */
    units::Result<void> write (dsp::ConstAudioBlock block);

    /** Gives the file its name; without it nothing remains. */
    units::Result<void> finish();

private:
    struct State;
    explicit AudioFileWriter (std::unique_ptr<State> opened);
    std::unique_ptr<State> state;
};

} // namespace files
