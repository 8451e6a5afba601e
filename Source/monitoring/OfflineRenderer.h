// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBuffer.h"
#include "dsp/InputHistory.h"
#include "dsp/KernelPlayer.h"
#include "dsp/PartitionedKernel.h"
#include "monitoring/Workers.h"

#include <functional>
#include <memory>
#include <vector>

namespace monitoring
{

/** Renders a master on any number of devices in one pass: its blocks are transformed once, and their
    spectra are shared by every device's kernel.

    There is no latency: frame n of a device is what it plays while the master's frame n sounds. In
    total a device gives frames of the master + taps − 1, its tail included. Worker or control thread.
*/
class OfflineRenderer
{
public:
    /** One per device; nullptr is a device that does nothing: the master, sample for sample. */
    using Kernels = std::vector<std::shared_ptr<const dsp::PartitionedKernel>>;

    /** Takes the next frames of a device. The block is valid during the call only. With several
        workers, calls for different devices come at the same time, those for one in order. */
    using Sink = std::function<void (std::size_t device, dsp::ConstAudioBlock block)>;

    /** A block size at which everyday kernels (8 to 33 thousand taps) are rendered fastest: measured
        by tests/benchmarks, see docs/decisions. */
    static constexpr std::size_t fastBlockSize = 8192;

    /** @param kernels     all for this number of inputs and block size
        @param numWorkers  threads that share the devices, the caller's among them; 0: all cores */
    OfflineRenderer (std::size_t numInputs,
                     std::size_t blockSize,
                     Kernels kernels,
                     std::size_t numWorkers = 1);

    /** Takes any number of the master's frames. Every blockSize frames each device's block goes to
        the sink, device after device. Non-finite samples count as silence. */
    void process (dsp::ConstAudioBlock in, const Sink& sink);

    /** Renders what is left and each device's tail, and is ready for another master. */
    void flush (const Sink& sink);

private:
    /** What a worker needs to render any device. */
    struct Desk
    {
        std::unique_ptr<dsp::KernelPlayer> player;
        dsp::AudioBuffer rendered;
    };

    void renderBlock (const Sink& sink);
    void renderDevice (std::size_t device, Desk& desk, const Sink& sink);

    Kernels devices;
    dsp::InputHistory history;
    dsp::AudioBuffer collected;
    Workers workers;
    std::vector<Desk> desks;
    std::size_t numCollected = 0;
    std::size_t numMasterFrames = 0;
    std::size_t numRendered = 0; ///< frames for which every device had its turn
};

} // namespace monitoring
