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

OfflineRenderer::GroupSink oneByOne (const OfflineRenderer::Sink& sink)
{
    return [&sink] (std::size_t first, std::span<const dsp::ConstAudioBlock> blocks) {
        for (std::size_t d = 0; d < blocks.size(); ++d)
            if (blocks[d].numFrames() > 0)
                sink (first + d, blocks[d]);
    };
}

} // namespace

OfflineRenderer::OfflineRenderer (std::size_t numInputs,
                                  const Devices& matrices,
                                  std::size_t numWorkers)
    : plan (dsp::planOverlapSave (longestOf (matrices))),
      devices (matrices.size()),
      tile (numInputs, plan),
      workers (numWorkers),
      desks (workers.size())
{
    workers.forEach (devices.size(), [&] (std::size_t d, std::size_t) {
        const auto* const matrix = matrices[d];
        PRECONDITION (matrix == nullptr || matrix->numInputs() == numInputs);
        devices[d] = matrix == nullptr
                         ? Device { 1, nullptr }
                         : Device { matrix->numTaps(), dsp::wholeKernel (*matrix, plan) };
    });

    for (auto& desk : desks)
        for (std::size_t d = 0; d < std::clamp<std::size_t> (devices.size(), 1, devicesPerGroup);
             ++d)
            desk.ofGroup.push_back (
                std::make_unique<dsp::OverlapSave> (plan, mostOutputsOf (matrices)));
}

void OfflineRenderer::process (dsp::ConstAudioBlock in, const Sink& sink)
{
    process (in, oneByOne (sink));
}

void OfflineRenderer::process (dsp::ConstAudioBlock in, const GroupSink& sink)
{
    for (std::size_t taken = 0; taken < in.numFrames();)
    {
        const auto count = std::min (in.numFrames() - taken, tile.room());
        tile.append (in.slice (taken, count));
        taken += count;
        numMasterFrames += count;

        if (tile.room() == 0)
            renderTile (sink);
    }
}

void OfflineRenderer::flush (const Sink& sink) { flush (oneByOne (sink)); }

void OfflineRenderer::flush (const GroupSink& sink)
{
    const auto end = numMasterFrames == 0 ? 0 : numMasterFrames + plan.past();

    while (numRendered < end)
    {
        tile.finishHop();
        renderTile (sink);
    }

    tile.reset();
    numMasterFrames = numRendered = 0;
}

void OfflineRenderer::renderTile (const GroupSink& sink)
{
    const auto numGroups = (devices.size() + devicesPerGroup - 1) / devicesPerGroup;

    workers.forEach (tile.numWindows(), [&] (std::size_t window, std::size_t worker) {
        tile.transform (window, *desks[worker].ofGroup.front());
    });

    workers.forEach (numGroups, [&] (std::size_t group, std::size_t worker) {
        renderGroup (group, desks[worker], sink);
    });

    numRendered += tile.numFrames();
    tile.advance();
}

void OfflineRenderer::renderGroup (std::size_t group, Desk& desk, const GroupSink& sink)
{
    const auto first = group * devicesPerGroup;
    const auto count = std::min (devicesPerGroup, devices.size() - first);

    for (std::size_t window = 0; window < tile.numWindows(); ++window)
    {
        desk.blocks.clear();

        for (std::size_t d = 0; d < count; ++d)
            desk.blocks.push_back (renderDevice (devices[first + d], window, *desk.ofGroup[d]));

        sink (first, desk.blocks);
    }
}

dsp::ConstAudioBlock OfflineRenderer::renderDevice (const Device& device,
                                                    std::size_t window,
                                                    dsp::OverlapSave& place) const
{
    const auto begin = numRendered + window * plan.hop;
    const auto end = numMasterFrames + device.numTaps - 1;
    const auto frames = end <= begin ? 0 : std::min (end - begin, plan.hop);

    if (device.kernel == nullptr)
        return tile.master (window).slice (0, frames);

    if (frames == 0)
        return place.placeOf (*device.kernel).slice (0, 0);

    return place.play (tile.spectra (window), *device.kernel).slice (0, frames);
}

} // namespace monitoring
