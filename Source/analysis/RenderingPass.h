// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/RenderingMeter.h"
#include "monitoring/OfflineDevices.h"
#include "monitoring/Progress.h"
#include "units/Result.h"

#include <functional>
#include <vector>

namespace analysis
{

/** One rendering to be measured: the same device at another level is another one. */
struct Rendering
{
    std::size_t device = 0; ///< index into the devices
    EarCalibration calibration;
};

/** Fills the block with the next frames of a stereo master and says how many there were: fewer than the
    block has only at the end. */
using MasterSource = std::function<units::Result<std::size_t> (dsp::AudioBlock)>;

struct RenderingPass
{
    const monitoring::OfflineDevices& devices; ///< of which only those of the renderings are played
    const std::vector<Rendering>& renderings;
    const hearing::BassLine& bass;
    std::size_t masterFrames = 0;
    units::SampleRate rate { 48000 };
    std::size_t numWorkers = 0; ///< 0: as many as there are cores; the result does not depend on it
};

/** Renders a master once on all devices and measures every rendering, in their order. */
units::Result<std::vector<RenderingMeasures>>
measureRenderings (const MasterSource& master,
                   const RenderingPass& pass,
                   const monitoring::Progress& progress);

} // namespace analysis
