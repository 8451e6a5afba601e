// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/TimeRange.h"
#include "hearing/BassHarmonics.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace analysis
{

/** The note of a bass line that is loudest, as its first two harmonics come to the ear. */
struct StandingOut
{
    double f0Hz = 0.0;
    double db = 0.0;               ///< over the median of the other notes of the scale
    std::vector<TimeRange> ranges; ///< where it sounds
};

/** Nothing of a line with less than three notes of the scale that sound for half a second. */
std::optional<StandingOut> noteStandingOut (const hearing::BassLine& line,
                                            std::span<const hearing::FrameHarmonics> heard);

/** "A", "B flat": of the note that is nearest. */
std::string noteName (double hz);

} // namespace analysis
