// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/audition/Audition.h"
#include "units/Result.h"

#include <cstddef>
#include <string>

namespace cli
{

/** What each stop of a tour does to the song: how much louder it makes it, and per named band how it
    differs from Neutral. Reads the files that were written, which are equally loud.
    @param report   Untouched, Neutral, and devices, in this order
    @param columns  of the screen: names give way, down to a few letters */
units::Result<std::string> lossTable (const AuditionReport& report, std::size_t columns);

/** What the table says, and how nearly equally loud the files are. */
std::string lossLegend (const AuditionReport& report);

} // namespace cli
