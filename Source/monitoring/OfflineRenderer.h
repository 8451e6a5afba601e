// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/offline/OverlapSave.h"
#include "monitoring/MasterTile.h"
#include "monitoring/OfflineDevices.h"
#include "monitoring/Workers.h"

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace monitoring
{

/** Renders a master on any number of devices in one pass: its spectra are computed once and shared by every
    device (docs/performance.md).

    There is no latency: frame n of a device is what it plays while the master's frame n sounds. In
    total a device gives frames of the master + taps − 1, its tail included. Worker or control thread.
*/
class OfflineRenderer
{
public:
    using Devices = OfflineDevices::Matrices;

    /** Takes the next frames of a device. The block is valid during the call only. With several
        workers, calls for different devices come at the same time, those for one in order. */
    using Sink = std::function<void (std::size_t device, dsp::ConstAudioBlock block)>;

    /** Takes the next frames of a group of devices while they are still in the cache: of the same stretch
        of time, but for the last of a device, which is shorter, after which there are empty ones. Calls
        for different groups come at the same time, those for one in order. */
    using GroupSink =
        std::function<void (std::size_t firstDevice, std::span<const dsp::ConstAudioBlock> blocks)>;

    /** Neighbours that are rendered together: device 4 g … 4 g + 3. */
    static constexpr std::size_t devicesPerGroup = 4;

    /** Good pieces in which to feed a master. */
    static constexpr std::size_t fastBlockSize = 8192;

    /** @param numWorkers  threads that share the work, the caller's among them; 0: all cores. What is
                           rendered does not depend on it, to the last bit. */
    explicit OfflineRenderer (std::shared_ptr<const OfflineDevices> devices,
                              std::size_t numWorkers = 1);

    /** Of devices that nobody else renders.
        @param devices  all with this number of inputs */
    OfflineRenderer (std::size_t numInputs, const Devices& devices, std::size_t numWorkers = 1);

    /** Takes any number of the master's frames. Every few seconds of them, each device's blocks go to the
        sink: all of a device or of a group, then those of the next. One by one takes less time where it does
        not matter to the sink. Non-finite samples count as silence. */
    void process (dsp::ConstAudioBlock in, const Sink& sink);
    void process (dsp::ConstAudioBlock in, const GroupSink& sink);

    /** Renders what is left and each device's tail, and is ready for another master. */
    void flush (const Sink& sink);
    void flush (const GroupSink& sink);

private:
    using Device = OfflineDevices::Device;

    /** What a worker needs to render any group. */
    struct Desk
    {
        std::unique_ptr<dsp::OverlapSave> convolver; ///< with a place for each device of a group
        std::vector<dsp::ConstAudioBlock> blocks;
    };

    /** Does a share of a tile: a device or a group. */
    using RenderShare = std::function<void (std::size_t share, Desk& desk)>;

    /** What all sinks do: `numShares` of each tile. */
    void take (dsp::ConstAudioBlock in, std::size_t numShares, const RenderShare& render);
    void finish (std::size_t numShares, const RenderShare& render);
    void renderTile (std::size_t numShares, const RenderShare& render);

    std::size_t numGroups() const;
    RenderShare eachDevice (const Sink& sink) const;
    RenderShare eachGroup (const GroupSink& sink) const;
    template <typename Act>
    void forEachStep (Act&& act) const;
    void renderWindows (const Device& device,
                        std::size_t first,
                        std::size_t count,
                        dsp::OverlapSave& convolver,
                        std::size_t firstPlace = 0) const;
    std::size_t framesOf (const Device& device, std::size_t window) const;
    dsp::ConstAudioBlock blockOf (const Device& device,
                                  std::size_t window,
                                  const dsp::OverlapSave& convolver,
                                  std::size_t place) const;

    std::shared_ptr<const OfflineDevices> devices;
    dsp::OverlapSavePlan plan;
    std::unique_ptr<dsp::LargePages> pages; ///< of all that a pass reads again and again
    MasterTile tile;
    Workers workers;
    std::vector<Desk> desks;
    std::size_t numMasterFrames = 0;
    std::size_t numRendered = 0; ///< frames for which every device had its turn
};

} // namespace monitoring
