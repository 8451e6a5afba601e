// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "dsp/Fft.h"
#include "dsp/InputHistory.h"
#include "dsp/PartitionedKernel.h"
#include "dsp/SpectralProduct.h"
#include "units/Realtime.h"

namespace dsp
{

/** History × kernel → the output's newest block, which lies at the same time as the history's newest
    block: no latency. It has no memory: any kernel and any history may follow another.

    One per thread; made off the audio thread.
*/
class KernelPlayer
{
public:
    explicit KernelPlayer (std::size_t blockSize,
                           SpectralArithmetic arithmetic = fastestArithmetic());
    KernelPlayer (const KernelPlayer&) = delete;
    KernelPlayer& operator= (const KernelPlayer&) = delete;

    /** Fills `out`, one block with the kernel's outputs. History and kernel have this block size and
        the same number of inputs, and the kernel is not longer than the history. */
    void play (const InputHistory& history,
               const PartitionedKernel& kernel,
               AudioBlock out) noexcept REALTIME;

private:
    void addTerm (const InputHistory& history,
                  const PartitionedKernel& kernel,
                  const PartitionedKernel::Term& term) noexcept REALTIME;
    void finish (std::size_t place, std::span<float> out) noexcept REALTIME;

    std::size_t block;
    SpectralArithmetic arithmetic;
    RealFft fft;
    AlignedBuffer<float> sums; ///< spectra of two neighbouring outputs
    bool isSilent[2] = { true, true };
};

} // namespace dsp
