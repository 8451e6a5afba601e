// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AlignedBuffer.h"
#include "dsp/AudibleSample.h"
#include "dsp/AudioBlock.h"
#include "units/Realtime.h"

#include <algorithm>

namespace dsp
{

/** The last frames of some inputs, at any time in one piece: rings that are written twice, one behind the
    other. Inputs are counted up to an even number; one that is not there is silent.
*/
class RecentInput
{
public:
    /** @param length of the longest look back: a multiple of the block size */
    RecentInput (std::size_t numInputs, std::size_t length)
        : inputs (numInputs),
          frames (length),
          silent (length),
          samples ((numInputs + numInputs % 2) * 2 * length)
    {}

    std::size_t numInputs() const noexcept REALTIME { return inputs; }
    std::size_t length() const noexcept REALTIME { return frames; }

    /** Takes a block, with silence in the place of samples that are not audible(). */
    void push (ConstAudioBlock in) noexcept REALTIME
    {
        PRECONDITION (in.numChannels() == inputs && frames % in.numFrames() == 0);
        bool isSilent = true;

        for (std::size_t input = 0; input < inputs; ++input)
        {
            const auto from = in.channel (input);
            float* const to = ring (input) + position;
            std::transform (from.begin(), from.end(), to, audible);
            std::copy_n (to, from.size(), to + frames);
            isSilent = isSilent && std::all_of (to, to + from.size(), isZero);
        }

        position = (position + in.numFrames()) % frames;
        silent = isSilent ? silent + in.numFrames() : 0;
    }

    /** The last `count` frames, the newest at the end. */
    const float* last (std::size_t count, std::size_t input) const noexcept REALTIME
    {
        PRECONDITION (count <= frames);
        return samples.data() + input * 2 * frames + position + frames - count;
    }

    /** How long all inputs have been silent: at least the whole length when made or reset. */
    std::size_t silentFrames() const noexcept REALTIME { return silent; }

    void reset() noexcept REALTIME
    {
        std::fill (samples.begin(), samples.end(), 0.0f);
        position = 0;
        silent = frames;
    }

private:
    static bool isZero (float sample) noexcept REALTIME { return sample == 0.0f; }

    float* ring (std::size_t input) noexcept REALTIME
    {
        return samples.data() + input * 2 * frames;
    }

    std::size_t inputs;
    std::size_t frames;
    std::size_t position = 0;
    std::size_t silent;
    AlignedBuffer<float> samples;
};

} // namespace dsp
