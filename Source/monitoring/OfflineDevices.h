// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/LargePages.h"
#include "dsp/TransferMatrix.h"
#include "dsp/offline/OverlapSave.h"

#include <memory>
#include <span>
#include <vector>

namespace monitoring
{

/** Devices made ready for OfflineRenderer, all for the windows that the longest of them needs. Can be
    shared by any number of renderers. Immutable. */
class OfflineDevices
{
public:
    /** One per device; nullptr is a device that does nothing: the master, sample for sample. Needed while
        this is made, and no longer. */
    using Matrices = std::vector<const dsp::TransferMatrix*>;

    /** @param matrices    all with this number of inputs
        @param numWorkers  threads that share the work; 0: all cores */
    OfflineDevices (std::size_t numInputs, const Matrices& matrices, std::size_t numWorkers = 1);

    struct Device
    {
        std::size_t numTaps = 0;
        std::shared_ptr<const dsp::GrowingKernel> kernel; ///< nullptr: the master
    };

    /** Some of these, in this order, in the windows of all. */
    OfflineDevices only (std::span<const std::size_t> which) const;

    std::size_t size() const { return devices.size(); }
    const Device& operator[] (std::size_t device) const { return devices[device]; }

    std::span<const Device> subspan (std::size_t first, std::size_t count) const
    {
        return std::span { devices }.subspan (first, count);
    }

    std::size_t numInputs() const { return inputs; }
    std::size_t mostOutputs() const { return outputs; }
    const dsp::OverlapSavePlan& plan() const { return windows; }

private:
    std::size_t inputs;
    std::size_t outputs;
    dsp::OverlapSavePlan windows;
    std::shared_ptr<dsp::LargePages> pages; ///< of all kernels, which a pass reads from end to end
    std::vector<Device> devices;
};

} // namespace monitoring
