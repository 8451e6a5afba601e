// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/meter/MeteredFile.h"

#include <vector>

namespace cli
{

struct MeterRequest
{
    std::vector<std::filesystem::path> files;
    hearing::Calibration calibration {};
    std::size_t numJobs = 0; ///< files at once; 0: as many as there are cores
};

/** One result for each file, in the order of the files, the same for any number of jobs. A file that
    cannot be used does not keep the others from being measured; an interruption does. */
units::Result<std::vector<units::Result<MeteredFile>>>
meterFiles (const MeterRequest& request, const monitoring::Progress& progress);

} // namespace cli
