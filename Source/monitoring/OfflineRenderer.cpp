// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/OfflineRenderer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace monitoring
{
namespace
{

constexpr auto windowsAtOnce = dsp::OverlapSave::windowsAtOnce;

} // namespace

OfflineRenderer::OfflineRenderer (std::shared_ptr<const OfflineDevices> onWhat,
                                  std::size_t numWorkers)
    : devices (std::move (onWhat)),
      plan (devices->plan()),
      pages (std::make_unique<dsp::LargePages>()),
      tile (devices->numInputs(), plan, *pages),
      workers (numWorkers),
      desks (workers.size())
{
    for (auto& desk : desks)
        desk.convolver = std::make_unique<dsp::OverlapSave> (
            plan,
            devices->mostOutputs(),
            windowsAtOnce * std::clamp<std::size_t> (devices->size(), 1, devicesPerGroup),
            pages.get());
}

OfflineRenderer::OfflineRenderer (std::size_t numInputs,
                                  const Devices& matrices,
                                  std::size_t numWorkers)
    : OfflineRenderer (std::make_shared<OfflineDevices> (numInputs, matrices, numWorkers),
                       numWorkers)
{}

void OfflineRenderer::process (dsp::ConstAudioBlock in, const Sink& sink)
{
    take (in, devices->size(), eachDevice (sink));
}

void OfflineRenderer::process (dsp::ConstAudioBlock in, const GroupSink& sink)
{
    take (in, numGroups(), eachGroup (sink));
}

void OfflineRenderer::flush (const Sink& sink) { finish (devices->size(), eachDevice (sink)); }

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
    return (devices->size() + devicesPerGroup - 1) / devicesPerGroup;
}

/** Through all windows of a tile, so that a kernel is read from far away only once. */
OfflineRenderer::RenderShare OfflineRenderer::eachDevice (const Sink& sink) const
{
    return [this, &sink] (std::size_t number, Desk& desk) {
        const auto& device = (*devices)[number];

        forEachStep ([&] (std::size_t first, std::size_t count) {
            renderWindows (device, first, count, *desk.convolver);

            for (std::size_t w = 0; w < count; ++w)
                if (const auto block = blockOf (device, first + w, *desk.convolver, w);
                    block.numFrames() > 0)
                    sink (number, block);
        });
    };
}

OfflineRenderer::RenderShare OfflineRenderer::eachGroup (const GroupSink& sink) const
{
    return [this, &sink] (std::size_t group, Desk& desk) {
        const auto firstDevice = group * devicesPerGroup;
        const auto members = devices->subspan (
            firstDevice, std::min (devicesPerGroup, devices->size() - firstDevice));

        forEachStep ([&] (std::size_t first, std::size_t count) {
            for (std::size_t d = 0; d < members.size(); ++d)
                renderWindows (members[d], first, count, *desk.convolver, d * windowsAtOnce);

            for (std::size_t w = 0; w < count; ++w)
            {
                desk.blocks.clear();

                for (std::size_t d = 0; d < members.size(); ++d)
                    desk.blocks.push_back (
                        blockOf (members[d], first + w, *desk.convolver, d * windowsAtOnce + w));

                sink (firstDevice, desk.blocks);
            }
        });
    };
}

/** Calls what is to be done with the first window and the number of those that are rendered at once. */
template <typename Act>
void OfflineRenderer::forEachStep (Act&& act) const
{
    for (std::size_t window = 0; window < tile.numWindows(); window += windowsAtOnce)
        act (window, std::min (windowsAtOnce, tile.numWindows() - window));
}

void OfflineRenderer::renderWindows (const Device& device,
                                     std::size_t first,
                                     std::size_t count,
                                     dsp::OverlapSave& convolver,
                                     std::size_t firstPlace) const
{
    std::array<const float*, windowsAtOnce> windows {};
    std::size_t numHeard = 0;

    if (device.kernel == nullptr)
        return;

    for (; numHeard < count && framesOf (device, first + numHeard) > 0; ++numHeard)
        windows[numHeard] = tile.spectra (first + numHeard);

    convolver.play (std::span { windows }.first (numHeard), *device.kernel, firstPlace);
}

/** After its tail a device has none. */
std::size_t OfflineRenderer::framesOf (const Device& device, std::size_t window) const
{
    const auto begin = numRendered + window * plan.hop;
    const auto end = numMasterFrames + device.numTaps - 1;
    return end <= begin ? 0 : std::min (end - begin, plan.hop);
}

dsp::ConstAudioBlock OfflineRenderer::blockOf (const Device& device,
                                               std::size_t window,
                                               const dsp::OverlapSave& convolver,
                                               std::size_t place) const
{
    const auto block = device.kernel == nullptr ? tile.master (window)
                                                : convolver.blockOf (*device.kernel, place);
    return block.slice (0, framesOf (device, window));
}

} // namespace monitoring
