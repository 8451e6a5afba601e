// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/MatrixConvolver.h"

#include "dsp/AudioBuffer.h"
#include "dsp/BlockOperations.h"
#include "dsp/Crossfade.h"
#include "dsp/live/GrowingHistory.h"
#include "dsp/live/KernelVoice.h"

#include <utility>

namespace dsp
{

struct MatrixConvolver::State
{
    explicit State (const Layout& layout)
        : history (layout.numInputs, layout.blockSize, layout.maximumTaps, layout.instructions),
          voices { { history, layout.numOutputs, layout.instructions },
                   { history, layout.numOutputs, layout.instructions } },
          fade (layout.fadeFrames),
          before (layout.numOutputs, layout.blockSize)
    {}

    GrowingHistory history;
    KernelVoice voices[2];
    KernelVoice* voice = &voices[0];
    KernelVoice* outgoing = &voices[1]; ///< silent but during a change
    Crossfade fade;
    AudioBuffer before; ///< the outgoing kernel's block

    const GrowingKernel* kernel = nullptr;
    bool isNew = false;     ///< the voice has not started on the kernel yet
    bool isWaiting = false; ///< the outgoing voice is heard until the new one is ready
    bool hasPlayed = false; ///< something was heard through a kernel
};

MatrixConvolver::MatrixConvolver (const Layout& layout) : state (std::make_unique<State> (layout))
{}

MatrixConvolver::~MatrixConvolver() = default;

void MatrixConvolver::play (const GrowingKernel* kernel) noexcept REALTIME
{
    PRECONDITION (! isFading());
    auto& s = *state;

    if (kernel == s.kernel)
        return;

    if (s.hasPlayed)
        std::swap (s.voice, s.outgoing);

    s.kernel = kernel;
    s.isNew = s.isWaiting = true;
}

bool MatrixConvolver::isFading() const noexcept REALTIME
{
    return state->hasPlayed && (state->isWaiting || state->fade.isRunning());
}

void MatrixConvolver::process (ConstAudioBlock in, AudioBlock out) noexcept REALTIME
{
    auto& s = *state;
    s.history.push (in);
    startNewKernel();
    s.voice->work (s.history);
    s.outgoing->work (s.history);

    if (s.isWaiting && s.voice->isReady())
    {
        s.isWaiting = false;

        if (s.hasPlayed)
            s.fade.start();
    }

    s.hasPlayed = s.hasPlayed || s.kernel != nullptr;

    if (s.isWaiting)
    {
        s.outgoing->render (s.history, out);
        return;
    }

    s.voice->render (s.history, out);

    if (s.fade.isRunning())
    {
        s.outgoing->render (s.history, s.before.block());
        s.fade.mix (s.before.block(), out);
    }

    if (! s.fade.isRunning())
        s.outgoing->stop();
}

void MatrixConvolver::startNewKernel() noexcept REALTIME
{
    auto& s = *state;

    if (! s.isNew)
        return;

    s.isNew = false;

    if (s.kernel == nullptr)
        s.voice->stop();
    else
        s.voice->start (*s.kernel, s.history);
}

void MatrixConvolver::reset() noexcept REALTIME
{
    auto& s = *state;
    s.history.reset();
    s.fade.stop();
    s.outgoing->stop();
    s.isNew = s.isWaiting = true;
    s.hasPlayed = false;
}

} // namespace dsp
