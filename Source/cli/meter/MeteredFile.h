// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/LoudnessMeter.h"
#include "hearing/SensationMeter.h"
#include "monitoring/Progress.h"

#include <filesystem>

namespace cli
{

/** What was measured of one file. */
struct MeteredFile
{
    std::filesystem::path file;
    double seconds = 0.0;
    int rateHz = 0;
    std::size_t numChannels = 0;
    hearing::ProgrammeLoudness loudness;
    hearing::ProgrammeSensation sensation;
    hearing::LoudnessMeter meter; ///< finished: for the album
};

/** Reads the file once, in blocks: memory does not grow with its length but for gating blocks. */
units::Result<MeteredFile> meterFile (const std::filesystem::path& file,
                                      const hearing::Calibration& calibration,
                                      const monitoring::Progress& progress);

} // namespace cli
