// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/MatrixConvolver.h"

#include "dsp/AudioBuffer.h"
#include "dsp/BlockOperations.h"
#include "dsp/Crossfade.h"
#include "dsp/KernelPlayer.h"

#include <algorithm>

namespace dsp
{
namespace
{

void playOrBeSilent (KernelPlayer& player,
                     const InputHistory& history,
                     const PartitionedKernel* kernel,
                     AudioBlock out) noexcept REALTIME
{
    if (kernel != nullptr)
        player.play (history, *kernel, out);
    else
        clear (out);
}

} // namespace

struct MatrixConvolver::State
{
    explicit State (const Layout& layout)
        : history (layout.numInputs, layout.blockSize, layout.maximumTaps),
          player (layout.blockSize),
          fade (layout.fadeFrames),
          before (layout.numOutputs, layout.blockSize)
    {}

    InputHistory history;
    KernelPlayer player;
    Crossfade fade;
    AudioBuffer before; ///< the outgoing kernel's block

    const PartitionedKernel* kernel = nullptr;
    const PartitionedKernel* outgoing = nullptr;
    bool hasPlayed = false; ///< something was heard through a kernel
};

MatrixConvolver::MatrixConvolver (const Layout& layout) : state (std::make_unique<State> (layout))
{}

MatrixConvolver::~MatrixConvolver() = default;

void MatrixConvolver::play (const PartitionedKernel* kernel) noexcept REALTIME
{
    PRECONDITION (! isFading());

    if (kernel == state->kernel)
        return;

    if (state->hasPlayed)
    {
        state->outgoing = state->kernel;
        state->fade.start();
    }

    state->kernel = kernel;
}

bool MatrixConvolver::isFading() const noexcept REALTIME { return state->fade.isRunning(); }

void MatrixConvolver::process (ConstAudioBlock in, AudioBlock out) noexcept REALTIME
{
    auto& s = *state;
    s.history.push (in);
    s.hasPlayed = s.hasPlayed || s.kernel != nullptr;
    playOrBeSilent (s.player, s.history, s.kernel, out);

    if (s.fade.isRunning())
    {
        playOrBeSilent (s.player, s.history, s.outgoing, s.before.block());
        s.fade.mix (s.before.block(), out);
    }
}

void MatrixConvolver::reset() noexcept REALTIME
{
    state->history.reset();
    state->fade.stop();
    state->hasPlayed = false;
}

} // namespace dsp
