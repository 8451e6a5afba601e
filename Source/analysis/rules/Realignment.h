// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/MasterMeasures.h"
#include "analysis/TimeRange.h"
#include "analysis/Treatment.h"

#include <array>
#include <span>
#include <vector>

namespace analysis
{

// What helps in mono where the channels are as they should be, the gentlest first.
inline constexpr std::array narrowing { Treatment { Treatment::Kind::sideGain, 0.0, -3.0 },
                                        Treatment { Treatment::Kind::sideGain, 0.0, -6.0 } };
inline constexpr std::array bassInMono { Treatment { Treatment::Kind::monoBelow, 120.0 },
                                         Treatment { Treatment::Kind::monoBelow, 200.0 } };

/** What may bring left and right together again in these ranges: one channel turned over where they pull against each other,
    either channel later where one comes late (which of them, the trial tells). Empty: it is neither. */
std::vector<Treatment> realignments (const MasterMeasures& master,
                                     std::span<const TimeRange> where);

/** The same, and then what else may help. */
std::vector<Treatment> realignmentsBefore (std::span<const Treatment> others,
                                           const MasterMeasures& master,
                                           std::span<const TimeRange> where);

} // namespace analysis
