// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/OfflineRenderer.h"

#include "dsp/BlockOperations.h"
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
        taps = std::max (taps, kernel == nullptr ? 1 : kernel->numTaps());

    return taps;
}

std::size_t mostOutputs (const OfflineRenderer::Kernels& kernels)
{
    std::size_t outputs = 0;

    for (const auto& kernel : kernels)
        outputs = std::max (outputs, kernel == nullptr ? 0 : kernel->numOutputs());

    return outputs;
}

} // namespace

OfflineRenderer::OfflineRenderer (std::size_t numInputs,
                                  std::size_t blockSize,
                                  Kernels kernels,
                                  std::size_t numWorkers)
    : devices (std::move (kernels)),
      history (numInputs, blockSize, longestKernel (devices)),
      collected (numInputs, blockSize),
      workers (numWorkers)
{
    for (std::size_t worker = 0; worker < workers.size(); ++worker)
        desks.push_back ({ std::make_unique<dsp::KernelPlayer> (blockSize),
                           dsp::AudioBuffer (mostOutputs (devices), blockSize) });
}

void OfflineRenderer::process (dsp::ConstAudioBlock in, const Sink& sink)
{
    PRECONDITION (in.numChannels() == collected.numChannels());

    for (std::size_t taken = 0; taken < in.numFrames();)
    {
        const auto count = std::min (in.numFrames() - taken, collected.numFrames() - numCollected);
        dsp::copy (in.slice (taken, count), collected.block().slice (numCollected, count));
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

    workers.forEach (devices.size(), [&] (std::size_t device, std::size_t worker) {
        renderDevice (device, desks[worker], sink);
    });

    numRendered += collected.numFrames();
    numCollected = 0;
}

void OfflineRenderer::renderDevice (std::size_t device, Desk& desk, const Sink& sink)
{
    const auto* kernel = devices[device].get();
    const auto end = numMasterFrames + (kernel == nullptr ? 1 : kernel->numTaps()) - 1;

    if (end <= numRendered)
        return;

    const auto frames = std::min (end - numRendered, collected.numFrames());

    if (kernel == nullptr)
    {
        sink (device, collected.block().slice (0, frames));
        return;
    }

    const auto out = desk.rendered.block().firstChannels (kernel->numOutputs());
    desk.player->play (history, *kernel, out);
    sink (device, out.slice (0, frames));
}

} // namespace monitoring
