// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/CoreLanes.h"
#include "hearing/DecayLanes.h"
#include "hearing/FilterLanes.h"
#include "hearing/SlopeLanes.h"

// NOLINTBEGIN(misc-definitions-in-headers): each file that includes this one needs its own copy.
namespace hearing
{
namespace
{

constexpr LoudnessArithmetic loudnessLoops { differenceOf,
                                             filterBatch,
                                             coreOfBatch,
                                             decayBatch,
                                             slopesOfBatch };

} // namespace
} // namespace hearing
// NOLINTEND(misc-definitions-in-headers)
