// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBuffer.h"
#include "dsp/TransferMatrix.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace bench
{

/** Two inputs to two ears, as every device of the library has it. */
inline constexpr std::size_t numChannels = 2;

inline constexpr units::SampleRate rate { 48000 };

/** What everybody is timed on: noise dying away by 60 dB in each path; the same every time. */
dsp::TransferMatrix device (std::size_t numTaps, unsigned seed);

std::vector<dsp::TransferMatrix> devices (std::size_t count, std::size_t numTaps);

dsp::AudioBuffer noise (std::size_t numFrames);

/** Blocks of one second of noise, over and over. */
class Stream
{
public:
    explicit Stream (std::size_t size)
        : audio (noise (static_cast<std::size_t> (rate.hertz) / size * size)),
          blockSize (size)
    {}

    dsp::ConstAudioBlock next()
    {
        start = start + blockSize >= audio.numFrames() ? 0 : start + blockSize;
        return std::as_const (audio).block().slice (start, blockSize);
    }

private:
    dsp::AudioBuffer audio;
    std::size_t blockSize;
    std::size_t start = 0;
};

} // namespace bench
