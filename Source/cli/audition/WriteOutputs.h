// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/audition/Audition.h"
#include "cli/audition/RenderedMaster.h"

#include <vector>

namespace cli
{

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
