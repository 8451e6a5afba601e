// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/FrequencyResponse.h"
#include "dsp/ImpulseResponse.h"

namespace dsp
{

/** The causal impulse response of least delay that has these levels (real cepstrum, double precision).

    Outside the given points the response continues at its last slope, never rising, to DC and
    Nyquist. The first sample is the arrival. Within the points it comes back within ±0.1 dB
    (±0.3 dB below 40 Hz) at 44.1 to 192 kHz.

    Length: `maximumSeconds`, faded out; half of a default 0.68 s, 0.34 s, is enough for a response
    without content at 40 Hz (60 dB below its maximum there). Detail finer than the reciprocal of
    the length, some 1.5 Hz, is smoothed: that shows in notches of a 1/24 octave below 80 Hz.
*/
struct MinimumPhaseLength
{
    double maximumSeconds = 0.68;
};

ImpulseResponse minimumPhase (const FrequencyResponse& response,
                              units::SampleRate rate,
                              MinimumPhaseLength length = {});

} // namespace dsp
