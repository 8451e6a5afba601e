// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/meter/MeteredFile.h"
#include "files/Json.h"

#include <optional>
#include <string>
#include <vector>

namespace cli
{

/** What `meter` says. */
struct MeterReport
{
    hearing::Calibration calibration;
    std::vector<MeteredFile> files;                  ///< those that could be used
    std::optional<hearing::ProgrammeLoudness> album; ///< of two files or more
    std::vector<units::Problem> problems;            ///< of those that could not
};

/** A table, a line per file, and what its figures mean. Names are shortened to fit the columns; 0:
    as wide as it gets. */
std::string meterText (const MeterReport& report, std::size_t columns);

/** What the columns of the table mean. */
std::string meterLegend (const MeterReport& report, std::size_t columns);

/** docs/data-formats.md. */
files::Json meterJson (const MeterReport& report);

} // namespace cli
