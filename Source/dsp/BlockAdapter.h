// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "dsp/AudioBuffer.h"
#include "dsp/BlockOperations.h"
#include "units/Realtime.h"

#include <algorithm>
#include <utility>

namespace dsp
{

/** Lets a machine of one fixed block size be driven by blocks of any size, which may change from call
    to call. What comes out is late by exactly one fixed block, always.
*/
class BlockAdapter
{
public:
    BlockAdapter (std::size_t numInputs, std::size_t numOutputs, std::size_t blockSize)
        : collected (numInputs, blockSize),
          finished (numOutputs, blockSize)
    {}

    std::size_t latencyFrames() const noexcept REALTIME { return collected.numFrames(); }

    /** Calls processBlock (ConstAudioBlock in, AudioBlock out) whenever a fixed block is complete.
        `in` and `out` are equally long and may be the same memory. */
    template <typename ProcessBlock>
    void process (ConstAudioBlock in, AudioBlock out, ProcessBlock&& processBlock) noexcept REALTIME
    {
        PRECONDITION (in.numFrames() == out.numFrames());

        for (std::size_t done = 0; done < in.numFrames();)
        {
            const auto count = std::min (in.numFrames() - done, collected.numFrames() - position);
            copy (in.slice (done, count), collected.block().slice (position, count));
            copy (finished.block().slice (position, count), out.slice (done, count));
            done += count;
            position += count;

            if (position == collected.numFrames())
            {
                processBlock (std::as_const (collected).block(), finished.block());
                position = 0;
            }
        }
    }

    void reset() noexcept REALTIME
    {
        clear (finished.block());
        position = 0;
    }

private:
    AudioBuffer collected;
    AudioBuffer finished;
    std::size_t position = 0; ///< in both: frames are put into one and taken from the other
};

} // namespace dsp
