// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AlignedBuffer.h"
#include "dsp/TransferMatrix.h"
#include "units/Realtime.h"

namespace dsp
{

/** A TransferMatrix made ready for one block size: split-complex spectra of its partitions, paths ×
    groups of bins × partitions. Immutable, shareable between threads. Made off the audio thread.

    Paths that are all zero (the corners of a diagonal matrix) take neither memory nor time, and nor do
    partitions of silence at a path's end.
*/
class PartitionedKernel
{
public:
    /** @param blockSize a power of two, at least 16 */
    PartitionedKernel (const TransferMatrix& matrix, std::size_t blockSize);
    PartitionedKernel (const PartitionedKernel&) = delete;
    PartitionedKernel& operator= (const PartitionedKernel&) = delete;

    std::size_t numOutputs() const noexcept REALTIME { return outputs; }
    std::size_t numInputs() const noexcept REALTIME { return inputs; }
    std::size_t numTaps() const noexcept REALTIME { return taps; }
    std::size_t blockSize() const noexcept REALTIME { return block; }

    /** Of the longest path, without silence at its end. */
    std::size_t numPartitions() const noexcept REALTIME { return partitions; }

    /** Paths that are not all zero. */
    std::size_t numLivePaths() const noexcept;

private:
    friend class KernelPlayer;

    /** What one input gives to one output, or to two neighbours that are best done together. */
    struct Term
    {
        std::size_t input = 0;
        std::size_t firstOutput = 0;
        std::size_t outputCount = 0; ///< 1 or 2
        std::size_t partitionCount = 0;
        std::size_t spectra[2] = {}; ///< where in `memory` group 0 of each path begins
    };

    void addTerms (const TransferMatrix& matrix, std::size_t output, std::size_t input);
    void addTerm (const TransferMatrix& matrix, Term term);

    std::size_t outputs;
    std::size_t inputs;
    std::size_t taps;
    std::size_t block;
    std::size_t partitions = 0;
    std::vector<Term> terms;
    AlignedBuffer<float> memory;
};

} // namespace dsp
