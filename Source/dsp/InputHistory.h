// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AlignedBuffer.h"
#include "dsp/AudioBlock.h"
#include "dsp/Fft.h"
#include "units/Realtime.h"

namespace dsp
{

/** The spectra of the last blocks of an input, computed once and shared by every path and every
    device that convolves it: inputs × groups of bins × blocks, split complex.
*/
class InputHistory
{
public:
    /** @param blockSize a power of two, at least 16
        @param maximumTaps of the longest kernel that will be played */
    InputHistory (std::size_t numInputs, std::size_t blockSize, std::size_t maximumTaps);
    InputHistory (const InputHistory&) = delete;
    InputHistory& operator= (const InputHistory&) = delete;

    std::size_t numInputs() const noexcept REALTIME { return inputs; }
    std::size_t blockSize() const noexcept REALTIME { return block; }

    /** Blocks remembered: kernels of so many partitions can be played. */
    std::size_t numBlocks() const noexcept REALTIME { return slots; }

    /** Takes exactly one block. Non-finite samples count as silence, and so do samples so large or so
        small that arithmetic on them would overflow or crawl. */
    void push (ConstAudioBlock in) noexcept REALTIME;

    void reset() noexcept REALTIME;

private:
    friend class KernelPlayer;

    float* spectrum (std::size_t input, std::size_t slot) noexcept REALTIME;
    const float* spectrum (std::size_t input, std::size_t slot) const noexcept REALTIME;
    std::size_t pitch() const noexcept REALTIME { return slots * floatsPerGroup; }

    std::size_t inputs;
    std::size_t block;
    std::size_t slots;
    std::size_t newest = 0; ///< slot of the last block; older ones follow it, around the end
    RealFft fft;
    AlignedBuffer<float> lastBlocks; ///< inputs × frames, time domain
    AlignedBuffer<float> spectra;
};

} // namespace dsp
