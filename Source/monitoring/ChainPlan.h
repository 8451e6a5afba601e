// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/live/GrowingKernel.h"
#include "units/Decibels.h"

#include <cstdint>
#include <memory>

namespace monitoring
{

/** A scenario made ready for one ChainLayout. Immutable; cheap to copy, as the kernel is shared.

    Made and destroyed on the control or loader thread. The audio thread borrows a plan through the
    Handoff and only reads it.
*/
struct ChainPlan
{
    std::shared_ptr<const dsp::GrowingKernel> kernel; ///< the gain is already in it
    units::Decibels gain { 0.0 };                     ///< of the level match, for display

    /** Live only: who it is, for display, and the gain of a noise loop heard with it (NoiseLoop). */
    std::uint32_t number = 0;
    float noiseGain = 0.0f;
    float heldBack = 1.0f; ///< a further gain, so that a switch is not too loud
};

} // namespace monitoring
