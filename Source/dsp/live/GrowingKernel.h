// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AlignedBuffer.h"
#include "dsp/TransferMatrix.h"
#include "dsp/live/PartitionPlan.h"
#include "dsp/transform/StereoProduct.h"
#include "units/Realtime.h"

#include <vector>

namespace dsp
{

/** A TransferMatrix made ready for the live convolver: the spectra of its partitions, which grow with their
    distance from the kernel's beginning. Immutable, shareable between threads. Made off the audio thread.

    Inputs and outputs are taken in pairs. Paths that are all zero take neither memory nor time, and nor do
    partitions of silence at the end of a pair's paths. Where both inputs of a pair go the same ways, as in
    everything that plays in mono, their sum takes these, at half the price.
*/
class GrowingKernel
{
public:
    /** @param blockSize    a power of two, at least smallestBlock
        @param maximumTaps  of the GrowingHistory over which it is played, and at least those of the matrix */
    GrowingKernel (const TransferMatrix& matrix, std::size_t blockSize, std::size_t maximumTaps);

    /** With partitions of one's own choice, at least as many as the matrix has taps.
        @param pages  where the spectra are to be; nullptr: anywhere */
    GrowingKernel (const TransferMatrix& matrix, PartitionPlan plan, LargePages* pages = nullptr);

    GrowingKernel (const GrowingKernel&) = delete;
    GrowingKernel& operator= (const GrowingKernel&) = delete;

    std::size_t numOutputs() const noexcept REALTIME { return outputs; }
    std::size_t numInputs() const noexcept REALTIME { return inputs; }
    std::size_t numTaps() const noexcept REALTIME { return taps; }
    const PartitionPlan& plan() const noexcept REALTIME { return partitions; }

    /** Paths that are not all zero. */
    std::size_t numLivePaths() const noexcept { return livePaths; }

    /** Of the longest paths, without silence at their end. */
    std::size_t numPartitions() const noexcept;

    /** Of spectra. */
    std::size_t numBytes() const noexcept;

    /** What one pair of inputs gives to one pair of outputs in one level. */
    struct Term
    {
        std::size_t pairOfInputs;
        std::size_t pairOfOutputs;
        StereoPaths paths;
        std::size_t numPartitions;
        AlignedBuffer<float> spectra; ///< groups × partitions × live paths, as StereoProduct has it
    };

    /** Of a level; in the order of the pairs of outputs. */
    const std::vector<Term>& terms (std::size_t level) const noexcept REALTIME
    {
        return levels[level];
    }

private:
    std::size_t outputs;
    std::size_t inputs;
    std::size_t taps;
    std::size_t livePaths = 0;
    PartitionPlan partitions;
    std::vector<std::vector<Term>> levels;
};

} // namespace dsp
