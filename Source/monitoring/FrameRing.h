// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBuffer.h"
#include "dsp/BlockOperations.h"
#include "units/Realtime.h"

#include <algorithm>
#include <atomic>
#include <cstddef>

namespace monitoring
{

/** A single-producer, single-consumer queue of audio frames. Wait-free at both ends: whoever finds too
    little room, or too few frames, is told so and goes on.
*/
class FrameRing
{
public:
    FrameRing (std::size_t numChannels, std::size_t capacityFrames)
        : frames (numChannels, capacityFrames)
    {}

    std::size_t capacity() const noexcept REALTIME { return frames.numFrames(); }

    //==============================================================================
    // Producer

    std::size_t numFree() const noexcept REALTIME
    {
        return capacity()
               - (writeCount.load (std::memory_order_relaxed)
                  - readCount.load (std::memory_order_acquire));
    }

    /** @returns frames taken: fewer than offered when the ring is full. */
    std::size_t write (dsp::ConstAudioBlock block) noexcept REALTIME
    {
        const auto count = std::min (block.numFrames(), numFree());
        const auto place = writeCount.load (std::memory_order_relaxed) % capacity();
        const auto upToEnd = std::min (count, capacity() - place);
        dsp::copy (block.slice (0, upToEnd), frames.block().slice (place, upToEnd));
        dsp::copy (block.slice (upToEnd, count - upToEnd),
                   frames.block().slice (0, count - upToEnd));
        writeCount.fetch_add (count, std::memory_order_release);
        return count;
    }

    //==============================================================================
    // Consumer

    std::size_t numReady() const noexcept REALTIME
    {
        return writeCount.load (std::memory_order_acquire)
               - readCount.load (std::memory_order_relaxed);
    }

    /** Fills the block from the front. @returns frames given: fewer than asked when the ring runs
        empty. */
    std::size_t read (dsp::AudioBlock block) noexcept REALTIME
    {
        const auto count = std::min (block.numFrames(), numReady());
        const auto place = readCount.load (std::memory_order_relaxed) % capacity();
        const auto upToEnd = std::min (count, capacity() - place);
        dsp::copy (frames.block().slice (place, upToEnd), block.slice (0, upToEnd));
        dsp::copy (frames.block().slice (0, count - upToEnd),
                   block.slice (upToEnd, count - upToEnd));
        readCount.fetch_add (count, std::memory_order_release);
        return count;
    }

    /** @returns frames passed over. */
    std::size_t skip (std::size_t wanted) noexcept REALTIME
    {
        const auto count = std::min (wanted, numReady());
        readCount.fetch_add (count, std::memory_order_release);
        return count;
    }

private:
    dsp::AudioBuffer frames;
    std::atomic<std::size_t> writeCount { 0 };
    std::atomic<std::size_t> readCount { 0 };
};

} // namespace monitoring
