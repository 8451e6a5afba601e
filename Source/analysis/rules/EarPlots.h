// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Comparison.h"
#include "analysis/FindingPlot.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace analysis
{

/** The harmonics of the bass, their levels averaged over these frames: Neutral, the device, and what each
    needs to be heard there. */
FindingPlot harmonicsPlot (const Comparison& comparison, std::span<const std::size_t> frames);

/** Long-term levels at the ears in narrow bands within this range: Neutral and the device. */
FindingPlot spectrumPlot (const Comparison& comparison, double lowHz, double highHz);

/** Loudness over the master's time, in quiet and beside the noise. */
FindingPlot loudnessPlot (std::span<const float> inQuiet,
                          std::span<const float> besideNoise,
                          double neededSone);

} // namespace analysis
