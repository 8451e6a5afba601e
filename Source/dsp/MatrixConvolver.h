// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "dsp/InputHistory.h"
#include "dsp/PartitionedKernel.h"
#include "units/Realtime.h"

#include <memory>

namespace dsp
{

/** History × kernel: plays one immutable PartitionedKernel after the other over one input history.

    Uniformly partitioned overlap-save with blocks of a fixed size (32 … 2048 … 8192). The only state
    is the history, so a new kernel is heard as if it had been playing all along; for `fadeSeconds`
    after a change both kernels play and their outputs are crossfaded linearly, sample by sample.

    The kernels are lent by the caller: after a change, the old one must live until isFading() is
    false again. Thread: prepare on the control thread, all else on the audio thread.
*/
class MatrixConvolver
{
public:
    struct Layout
    {
        std::size_t numInputs = 2;
        std::size_t numOutputs = 2;
        std::size_t blockSize = 256;
        std::size_t maximumTaps = 96000;
        std::size_t fadeFrames = 480; ///< 10 ms at 48 kHz
    };

    explicit MatrixConvolver (const Layout& layout);
    ~MatrixConvolver();
    MatrixConvolver (const MatrixConvolver&) = delete;
    MatrixConvolver& operator= (const MatrixConvolver&) = delete;

    /** Hears the next block through this kernel (nullptr: silence). The first kernel and one given
        before anything was processed start at once; later ones fade in. Not while isFading(). */
    void play (const PartitionedKernel* kernel) noexcept REALTIME;

    bool isFading() const noexcept REALTIME;

    /** Exactly one block, blockSize frames, in and out. Non-finite input counts as silence. */
    void process (ConstAudioBlock in, AudioBlock out) noexcept REALTIME;

    /** Forgets all sound; the kernel stays. */
    void reset() noexcept REALTIME;

private:
    struct State;
    std::unique_ptr<State> state;
};

} // namespace dsp
