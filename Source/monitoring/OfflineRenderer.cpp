// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/OfflineRenderer.h"

#include "units/Precondition.h"

#include <algorithm>

namespace monitoring
{
namespace
{

std::size_t longestOf (const OfflineRenderer::Devices& devices)
{
    std::size_t taps = 1;

    for (const auto* device : devices)
        taps = std::max (taps, device == nullptr ? 1 : device->numTaps());

    return taps;
}

std::size_t mostOutputsOf (const OfflineRenderer::Devices& devices)
{
    std::size_t outputs = 0;

    for (const auto* device : devices)
        outputs = std::max (outputs, device == nullptr ? 0 : device->numOutputs());

    return outputs;
}

} // namespace

OfflineRenderer::OfflineRenderer (std::size_t numInputs,
                                  const Devices& matrices,
                                  std::size_t numWorkers)
    : plan (dsp::planOverlapSave (longestOf (matrices))),
      pages (std::make_unique<dsp::LargePages>()),
      devices (matrices.size()),
      tile (numInputs, plan, *pages),
      workers (numWorkers),
      desks (workers.size())
{
    workers.forEach (devices.size(), [&] (std::size_t d, std::size_t) {
        const auto* const matrix = matrices[d];
        PRECONDITION (matrix == nullptr || matrix->numInputs() == numInputs);
        devices[d] = matrix == nullptr ? Device { 1, nullptr }
                                       : Device { matrix->numTaps(),
                                                  dsp::wholeKernel (*matrix, plan, pages.get()) };
    });

    for (auto& desk : desks)
        desk.convolver = std::make_unique<dsp::OverlapSave> (
            plan,
            mostOutputsOf (matrices),
            std::clamp<std::size_t> (devices.size(), 1, devicesPerGroup),
            pages.get());
}

void OfflineRenderer::process (dsp::ConstAudioBlock in, const Sink& sink)
{
    take (in, devices.size(), eachDevice (sink));
}

void OfflineRenderer::process (dsp::ConstAudioBlock in, const GroupSink& sink)
{
    take (in, numGroups(), eachGroup (sink));
}

void OfflineRenderer::flush (const Sink& sink) { finish (devices.size(), eachDevice (sink)); }

void OfflineRenderer::flush (const GroupSink& sink) { finish (numGroups(), eachGroup (sink)); }

void OfflineRenderer::take (dsp::ConstAudioBlock in,
                            std::size_t numShares,
                            const RenderShare& render)
{
    for (std::size_t taken = 0; taken < in.numFrames();)
    {
        const auto count = std::min (in.numFrames() - taken, tile.room());
        tile.append (in.slice (taken, count));
        taken += count;
        numMasterFrames += count;

        if (tile.room() == 0)
            renderTile (numShares, render);
    }
}

void OfflineRenderer::finish (std::size_t numShares, const RenderShare& render)
{
    const auto end = numMasterFrames == 0 ? 0 : numMasterFrames + plan.past();

    while (numRendered < end)
    {
        tile.finishHop();
        renderTile (numShares, render);
    }

    tile.reset();
    numMasterFrames = numRendered = 0;
}

void OfflineRenderer::renderTile (std::size_t numShares, const RenderShare& render)
{
    workers.forEach (tile.numWindows(), [&] (std::size_t window, std::size_t worker) {
        tile.transform (window, *desks[worker].convolver);
    });

    workers.forEach (
        numShares, [&] (std::size_t share, std::size_t worker) { render (share, desks[worker]); });

    numRendered += tile.numFrames();
    tile.advance();
}

std::size_t OfflineRenderer::numGroups() const
{
    return (devices.size() + devicesPerGroup - 1) / devicesPerGroup;
}

/** Through all windows of a tile, so that a kernel is read from far away only once. */
OfflineRenderer::RenderShare OfflineRenderer::eachDevice (const Sink& sink) const
{
    return [this, &sink] (std::size_t device, Desk& desk) {
        for (std::size_t window = 0; window < tile.numWindows(); ++window)
            if (const auto block = renderDevice (devices[device], window, *desk.convolver);
                block.numFrames() > 0)
                sink (device, block);
    };
}

OfflineRenderer::RenderShare OfflineRenderer::eachGroup (const GroupSink& sink) const
{
    return [this, &sink] (std::size_t group, Desk& desk) {
        const auto first = group * devicesPerGroup;
        const auto count = std::min (devicesPerGroup, devices.size() - first);

        for (std::size_t window = 0; window < tile.numWindows(); ++window)
        {
            desk.blocks.clear();

            for (std::size_t d = 0; d < count; ++d)
                desk.blocks.push_back (
                    renderDevice (devices[first + d], window, *desk.convolver, d));

            sink (first, desk.blocks);
        }
    };
}

dsp::ConstAudioBlock OfflineRenderer::renderDevice (const Device& device,
                                                    std::size_t window,
                                                    dsp::OverlapSave& convolver,
                                                    std::size_t place) const
{
    const auto begin = numRendered + window * plan.hop;
    const auto end = numMasterFrames + device.numTaps - 1;
    const auto frames = end <= begin ? 0 : std::min (end - begin, plan.hop);

    if (device.kernel == nullptr)
        return tile.master (window).slice (0, frames);

    if (frames == 0)
        return convolver.blockOf (*device.kernel).slice (0, 0);

    return convolver.play (tile.spectra (window), *device.kernel, place).slice (0, frames);
}

} // namespace monitoring
