// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/TransferMatrix.h"
#include "monitoring/ChainLayout.h"
#include "monitoring/ChainPlan.h"
#include "units/Result.h"

namespace monitoring
{

/** Makes plans that fit one layout. Any thread but the audio thread, several at once. */
class ChainBuilder
{
public:
    explicit ChainBuilder (const ChainLayout& chainLayout) : layout (chainLayout) {}

    /** The level match becomes part of the kernel, so that loudness changes with the sound, never a
        block early or late.

        @returns a Problem when the matrix has another number of inputs or outputs or another rate
        than the layout, more taps than its maximum, or a tap that is not finite.
    */
    units::Result<ChainPlan> build (const dsp::TransferMatrix& matrix, units::Decibels gain) const;

    /** Every output is the input of the same number: what bypass plays. */
    ChainPlan unity() const;

private:
    ChainLayout layout;
};

} // namespace monitoring
