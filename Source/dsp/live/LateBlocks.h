// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AlignedBuffer.h"
#include "units/Precondition.h"
#include "units/Realtime.h"

#include <algorithm>
#include <bit>
#include <cstddef>

namespace dsp
{

/** What was computed for frames that are still to be heard: a ring for each output, counted in frames
    since ever. */
class LateBlocks
{
public:
    LateBlocks (std::size_t numOutputs, std::size_t longestWay)
        : frames (std::bit_ceil (longestWay)),
          samples (numOutputs * frames)
    {}

    /** Frames [first, first + count), but not those before `heard`. nullptr is silence. */
    void write (std::size_t output,
                const float* from,
                std::size_t first,
                std::size_t count,
                std::size_t heard) noexcept REALTIME
    {
        PRECONDITION (first + count <= heard + frames);

        for (auto frame = std::max (first, heard); frame < first + count;)
        {
            const auto place = frame % frames;
            const auto run = std::min (first + count - frame, frames - place);
            float* const to = samples.data() + output * frames + place;

            if (from == nullptr)
                std::fill_n (to, run, 0.0f);
            else
                std::copy_n (from + (frame - first), run, to);

            frame += run;
        }
    }

    /** From this frame on as many as were written; no block of the caller's crosses the ring's end. */
    const float* read (std::size_t output, std::size_t frame) const noexcept REALTIME
    {
        return samples.data() + output * frames + frame % frames;
    }

private:
    std::size_t frames;
    AlignedBuffer<float> samples;
};

} // namespace dsp
