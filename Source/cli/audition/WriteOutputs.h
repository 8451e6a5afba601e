// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/audition/Audition.h"
#include "monitoring/MasterPass.h"
#include "monitoring/NoiseBed.h"

#include <optional>
#include <vector>

namespace cli
{

/** What makes the noise of one output; made anew for every pass over it. */
struct NoiseOfOutput
{
    library::BackgroundNoise noise;
    dsp::TransferMatrix toOutput;
    monitoring::NoiseBed::Calibration calibration;
};

/** A master after its pass: subjects in the order of the scenarios. */
struct RenderedMaster
{
    std::filesystem::path file;
    units::SampleRate rate;
    monitoring::MasterPass pass;
    std::vector<std::optional<NoiseOfOutput>> noise;
};

struct WriteRequest
{
    const AuditionRequest& audition;
    const std::vector<Subject>& subjects; ///< may end with a Neutral that is weighed, not written
    const OutputPaths& paths;             ///< rendered masters × subjects to write
};

/** Weighs all outputs, finds the one safety gain, and writes the files; adds rows to the report. */
units::Result<void> writeOutputs (std::vector<RenderedMaster>& masters,
                                  const WriteRequest& request,
                                  const monitoring::Progress& progress,
                                  AuditionReport& report);

} // namespace cli
