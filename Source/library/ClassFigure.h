// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/FrequencyResponse.h"
#include "library/Provenance.h"

#include <span>

namespace library
{

/** The middle of several units of a kind, and how far they lie apart. */
struct ClassFigure
{
    dsp::FrequencyResponse level; ///< median per frequency, then 0 dB from 300 to 1200 Hz
    dsp::FrequencyResponse
        spread; ///< standard deviation between units (n - 1) per frequency, in dB
    Evidence evidence =
        Evidence::classTypical; ///< class-median from five units on, below class-typical
};

/** @param units  at least two; each is first brought to 0 dB from 300 to 1200 Hz. Ear-coupled ones
    must all be deviations from one and the same target, or none. */
ClassFigure classFigure (std::span<const dsp::FrequencyResponse> units);

/** The median per frequency of curves as they are, on the library grid. */
dsp::FrequencyResponse medianOf (std::span<const dsp::FrequencyResponse> units);

} // namespace library
