// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AlignedBuffer.h"
#include "dsp/AudioBlock.h"

#include <vector>

namespace dsp
{

/** Owns planar audio, channels × frames, all zero when made. */
class AudioBuffer
{
public:
    AudioBuffer() = default;

    /** @param pages  where it is to be, and must not outlive; nullptr: anywhere */
    AudioBuffer (std::size_t channelCount, std::size_t frameCount, LargePages* pages = nullptr)
        : samples (channelCount * frameCount, pages),
          frames (frameCount)
    {
        for (std::size_t c = 0; c < channelCount; ++c)
            pointers.push_back (samples.data() + c * frameCount);

        readPointers.assign (pointers.begin(), pointers.end());
    }

    AudioBuffer (AudioBuffer&&) = default;
    AudioBuffer& operator= (AudioBuffer&&) = default;
    AudioBuffer (const AudioBuffer&) = delete;
    AudioBuffer& operator= (const AudioBuffer&) = delete;

    std::size_t numChannels() const { return pointers.size(); }
    std::size_t numFrames() const { return frames; }

    std::span<float> channel (std::size_t index) { return block().channel (index); }
    std::span<const float> channel (std::size_t index) const { return block().channel (index); }

    AudioBlock block() { return { pointers.data(), pointers.size(), frames }; }
    ConstAudioBlock block() const { return { readPointers.data(), readPointers.size(), frames }; }

private:
    AlignedBuffer<float> samples;
    std::vector<float*> pointers;
    std::vector<const float*> readPointers;
    std::size_t frames = 0;
};

} // namespace dsp
