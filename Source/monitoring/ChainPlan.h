// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/PartitionedKernel.h"
#include "units/Decibels.h"

#include <memory>

namespace monitoring
{

/** A scenario made ready for one ChainLayout. Immutable; cheap to copy, as the kernel is shared.

    Made and destroyed on the control or loader thread. The audio thread borrows a plan through the
    Handoff and only reads it.
*/
struct ChainPlan
{
    std::shared_ptr<const dsp::PartitionedKernel> kernel; ///< the gain is already in it
    units::Decibels gain { 0.0 };                         ///< of the level match, for display
};

} // namespace monitoring
