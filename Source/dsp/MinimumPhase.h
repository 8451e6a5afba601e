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

    Length: at least 0.34 s, 0.68 s when the response has content below 40 Hz; trimmed and faded to
    `maximumSeconds` at the most.
*/
struct MinimumPhaseLength
{
    double maximumSeconds = 0.68;
};

ImpulseResponse minimumPhase (const FrequencyResponse& response,
                              units::SampleRate rate,
                              MinimumPhaseLength length = {});

} // namespace dsp
