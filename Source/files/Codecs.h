// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBuffer.h"
#include "files/Program.h"
#include "units/Result.h"
#include "units/SampleRate.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace files
{

/** A lossy way to the listener. */
struct Codec
{
    std::string_view name;    ///< "AAC, 128 kbit/s"
    std::string_view encoder; ///< as ffmpeg calls it
    std::string_view format;  ///< of the stream, as ffmpeg writes it
    std::string_view demuxer; ///< as ffmpeg reads it
    int kilobits = 128;

    // It is given the programme's rate where that lies between these.
    int lowestRateHz = 0;
    int highestRateHz = 48000;

    /** Its decoder clips: it is given half the level, which it keeps exactly. */
    bool isSixteenBit = false;

    /** The same music begun a tenth of a second later comes out with peaks that are some dB higher or lower. */
    bool isErratic = false;
};

/** What music is streamed, sent over the air to headphones, and downloaded with. */
std::span<const Codec> lossyCodecs();

/** Programme that has been through a codec, unclipped. It comes some milliseconds later and a little longer. */
struct Coded
{
    dsp::AudioBuffer audio;
    units::SampleRate rate { 48000 };
};

/** Encodes and decodes through the program ffmpeg. A Problem of kind missingFile: it is not installed; unsupported: it
    has not this encoder, failed, or patience ended. Worker threads. */
units::Result<Coded> throughCodec (dsp::ConstAudioBlock programme,
                                   units::SampleRate rate,
                                   const Codec& codec,
                                   const Patience& patience);

/** The names of the encoders that the program ffmpeg has. A Problem: it is not installed. */
units::Result<std::vector<std::string>> ffmpegEncoders (const Patience& patience);

} // namespace files
