// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBuffer.h"
#include "units/Decibels.h"
#include "units/Loudness.h"
#include "units/SampleRate.h"

namespace cli
{

/** Brings the audio to a loudness (within 0.05 LU) under a limiter that lets no sample pass the
    ceiling. Between samples a signal can rise above them: leave room for that.
*/
void master (dsp::AudioBuffer& audio,
             units::SampleRate rate,
             units::Lufs loudness,
             units::Decibels ceiling);

} // namespace cli
