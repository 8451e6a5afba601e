// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "dsp/InstructionSet.h"
#include "dsp/live/GrowingKernel.h"
#include "units/Realtime.h"

#include <memory>

namespace dsp
{

/** History × kernel: plays one immutable GrowingKernel after the other over one input history.

    Overlap-save with partitions that grow from the block size (32 … 8192) on. All of it runs on the calling
    thread, spread so that no call has much more to do than the others. There is one history, of the input, so
    a new kernel is heard as if it had been playing all along: for `fadeFrames` after a change both kernels play
    and their outputs are crossfaded linearly, sample by sample; from there on it is the new one to the
    last bit. The fade begins at once, or with the longest kernels in small blocks some blocks later,
    when all that the new kernel would have done by then is done (KernelVoice).

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
        InstructionSet instructions = bestInstructionSet();
    };

    explicit MatrixConvolver (const Layout& layout);
    ~MatrixConvolver();
    MatrixConvolver (const MatrixConvolver&) = delete;
    MatrixConvolver& operator= (const MatrixConvolver&) = delete;

    /** Hears the next block through this kernel (nullptr: silence), which was made for this block size and
        maximum of taps. The first kernel and one given before anything was processed start without a fade;
        later ones fade in. Not while isFading(). */
    void play (const GrowingKernel* kernel) noexcept REALTIME;

    /** A change is under way: the kernel before this may still be heard. */
    bool isFading() const noexcept REALTIME;

    /** Exactly one block, blockSize frames, in and out. Non-finite input counts as silence. */
    void process (ConstAudioBlock in, AudioBlock out) noexcept REALTIME;

    /** Forgets all sound; the kernel stays. */
    void reset() noexcept REALTIME;

private:
    struct State;

    void startNewKernel() noexcept REALTIME;

    std::unique_ptr<State> state;
};

} // namespace dsp
