// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/TransferMatrix.h"

#include <memory>

namespace dsp
{

/** A TransferMatrix made ready for one block size: split-complex spectra of its partitions, outputs ×
    inputs × partitions × bins. Immutable, shareable between threads. Made off the audio thread.
*/
class PartitionedKernel
{
public:
    PartitionedKernel (const TransferMatrix& matrix, std::size_t blockSize);
    ~PartitionedKernel();
    PartitionedKernel (const PartitionedKernel&) = delete;
    PartitionedKernel& operator= (const PartitionedKernel&) = delete;

    std::size_t numOutputs() const noexcept;
    std::size_t numInputs() const noexcept;
    std::size_t blockSize() const noexcept;
    std::size_t numPartitions() const noexcept;

private:
    friend class KernelPlayer;
    struct State;
    std::unique_ptr<State> state;
};

} // namespace dsp
