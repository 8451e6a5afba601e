// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/FrequencyResponse.h"

namespace dsp
{

/** Width in octaves of the smoothing that a measured response bears before it is inverted: 1/12 up
    to 2 kHz, 1/3 from 6 kHz, in between linear over log frequency. Reseating a headphone moves its
    peaks about that much (signal-chain 1.1).
*/
double measurementSmoothingOctaves (double frequencyHz);

/** The power averaged over a band of that width around every point (over log frequency, exact for
    the curve between its points). Towards the ends the band narrows on both sides, so that a slope
    stays a slope; the end points stay as they are.
*/
FrequencyResponse
powerSmoothed (const FrequencyResponse& response,
               double (*widthOctavesAt) (double frequencyHz) = measurementSmoothingOctaves);

/** The mean level in dB of the octave around every point. Beyond the ends of the points nothing is
    counted, so that the last half octave leans on what there is.
*/
FrequencyResponse octaveMeans (const FrequencyResponse& response);

} // namespace dsp
