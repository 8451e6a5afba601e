// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/OfflineRenderer.h"

#include "dsp/Crossfade.h"
#include "units/Precondition.h"

#include <algorithm>

namespace monitoring
{
namespace
{

std::size_t longestKernel (const OfflineRenderer::Kernels& kernels)
{
    std::size_t taps = 1;

    for (const auto& kernel : kernels)
        taps = std::max (taps, kernel->numTaps());

    return taps;
}

std::size_t mostOutputs (const OfflineRenderer::Kernels& kernels)
{
    std::size_t outputs = 0;

    for (const auto& kernel : kernels)
        outputs = std::max (outputs, kernel->numOutputs());

    return outputs;
}

/** Copies as many frames as there are and as there is room for. */
std::size_t copyFrames (dsp::ConstAudioBlock from, dsp::AudioBlock to)
{
    const auto count = std::min (from.numFrames(), to.numFrames());

    for (std::size_t c = 0; c < to.numChannels(); ++c)
        std::copy_n (from.channel (c).begin(), count, to.channel (c).begin());

    return count;
}

} // namespace

OfflineRenderer::OfflineRenderer (std::size_t numInputs, std::size_t blockSize, Kernels kernels)
    : devices (std::move (kernels)),
      history (numInputs, blockSize, longestKernel (devices)),
      player (blockSize),
      collected (numInputs, blockSize),
      rendered (mostOutputs (devices), blockSize)
{}

void OfflineRenderer::process (dsp::ConstAudioBlock in, const Sink& sink)
{
    PRECONDITION (in.numChannels() == collected.numChannels());

    for (std::size_t taken = 0; taken < in.numFrames();)
    {
        const auto room = collected.block().slice (numCollected,
                                                   collected.numFrames() - numCollected);
        const auto count = copyFrames (in.slice (taken, in.numFrames() - taken), room);
        taken += count;
        numCollected += count;
        numMasterFrames += count;

        if (numCollected == collected.numFrames())
            renderBlock (sink);
    }
}

void OfflineRenderer::flush (const Sink& sink)
{
    const auto end = numMasterFrames == 0 ? 0 : numMasterFrames + longestKernel (devices) - 1;

    while (numRendered < end)
    {
        dsp::clear (collected.block().slice (numCollected, collected.numFrames() - numCollected));
        renderBlock (sink);
    }

    history.reset();
    numCollected = numMasterFrames = numRendered = 0;
}

void OfflineRenderer::renderBlock (const Sink& sink)
{
    history.push (collected.block());

    for (std::size_t device = 0; device < devices.size(); ++device)
    {
        const auto& kernel = *devices[device];
        const auto end = numMasterFrames + kernel.numTaps() - 1;

        if (end <= numRendered)
            continue;

        const auto out = rendered.block().firstChannels (kernel.numOutputs());
        player.play (history, kernel, out);
        sink (device, out.slice (0, std::min (end - numRendered, out.numFrames())));
    }

    numRendered += collected.numFrames();
    numCollected = 0;
}

} // namespace monitoring
