// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/RenderingPass.h"

#include "dsp/AudioBuffer.h"
#include "monitoring/OfflineRenderer.h"
#include "monitoring/Workers.h"

#include <algorithm>
#include <map>
#include <memory>

namespace analysis
{

namespace
{

constexpr auto blockFrames = monitoring::OfflineRenderer::fastBlockSize;

/** The meters of all renderings, and which of them listen to a device. */
struct Meters
{
    explicit Meters (const RenderingPass& pass)
    {
        std::map<std::size_t, std::vector<std::size_t>> listeners;

        for (const auto& rendering : pass.renderings)
        {
            listeners[rendering.device].push_back (all.size());
            all.emplace_back (pass.rate, rendering.calibration, pass.bass, pass.masterFrames);
        }

        for (const auto& [device, meters] : listeners)
        {
            devices.push_back (device);
            ofDevice.push_back (meters);
        }
    }

    std::vector<RenderingMeter> all;
    std::vector<std::size_t> devices; ///< that anything listens to
    std::vector<std::vector<std::size_t>> ofDevice;
};

} // namespace

units::Result<std::vector<RenderingMeasures>>
measureRenderings (const MasterSource& master,
                   const RenderingPass& pass,
                   const monitoring::Progress& progress)
{
    Meters meters { pass };
    monitoring::OfflineRenderer renderer { std::make_shared<monitoring::OfflineDevices> (
                                               pass.devices.only (meters.devices)),
                                           pass.numWorkers };
    const monitoring::OfflineRenderer::Sink measure = [&] (std::size_t device,
                                                           dsp::ConstAudioBlock block) {
        for (const auto meter : meters.ofDevice[device])
            meters.all[meter].process (block);
    };
    dsp::AudioBuffer block (2, blockFrames);
    const auto expected = static_cast<double> (std::max<std::size_t> (1, pass.masterFrames));
    double done = 0.0;

    for (std::size_t frames = blockFrames; frames == blockFrames;)
    {
        const auto read = master (block.block());

        if (! read)
            return read.problem();

        frames = *read;
        renderer.process (block.block().slice (0, frames), measure);
        done += static_cast<double> (frames);

        if (progress (std::min (1.0, done / expected)) == monitoring::Continue::no)
            return monitoring::interruption();
    }

    renderer.flush (measure);
    std::vector<RenderingMeasures> measures (meters.all.size());
    monitoring::Workers workers { pass.numWorkers };
    workers.forEach (measures.size(), [&] (std::size_t rendering, std::size_t) {
        measures[rendering] = meters.all[rendering].finish();
    });
    return measures;
}

} // namespace analysis
