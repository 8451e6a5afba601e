// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/MeasuredNorms.h"
#include "cli/Console.h"
#include "units/Result.h"

#include <string>
#include <vector>

namespace cli
{

/** analysis::measureNorms() with a bar, until Ctrl-C. */
units::Result<analysis::MeasuredNorms>
measureMasters (const std::vector<std::filesystem::path>& masters,
                const library::Catalogue& catalogue,
                const analysis::CheckRequest& request,
                const Console& console);

/** Those that come with the library; none where they were left out. */
units::Result<analysis::ReferenceNorms> shippedNorms();

/** What the user wants masters to be compared with: at most one of the two. */
struct WantedNorms
{
    std::string file;                    ///< that "elsewhere norms" made
    std::vector<std::string> references; ///< audio files, folders and playlists, to be measured now
};

/** The norms that are wanted, else those that come with the library, else none. References are measured as
    the masters will be; one that cannot be read is complained about, and fewer than
    analysis::leastMastersOfNorms are a Problem. */
units::Result<analysis::ReferenceNorms> checkNorms (const WantedNorms& wanted,
                                                    const library::Catalogue& catalogue,
                                                    const analysis::CheckRequest& request,
                                                    const Console& console);

} // namespace cli
