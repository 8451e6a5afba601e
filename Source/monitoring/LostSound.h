// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/TransferMatrix.h"

namespace monitoring
{

/** What a device takes away: the neutral pair through a linear-phase gain max (0, 1 − |D| / |N|), where
    |D|² and |N|² are the powers of all paths together, smoothed over 1/6 octave.

    It is no subtraction of waveforms, which would let through whatever differs in phase alone. It is
    late by lostDelayFrames (rate), half the filter's length.

    @param neutral, device  of one rate, two inputs, as loud as one another
*/
dsp::TransferMatrix lostSound (const dsp::TransferMatrix& neutral,
                               const dsp::TransferMatrix& device);

std::size_t lostDelayFrames (units::SampleRate rate);

} // namespace monitoring
