// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/CriticalBands.h"
#include "units/SampleRate.h"
#include "units/Seconds.h"
#include "units/SoundPressure.h"

#include <span>

namespace hearing
{

/** Third octaves of a steady sound, by the filters of ISO 532-1 and their mean power after a time that
    is left to them to swing in.

    @param fullScale  level of a sine whose amplitude is 1
    @returns silence (−∞) where a band is silent or above Nyquist, or nothing is left after the time
*/
ThirdOctaveLevels steadyThirdOctaves (std::span<const float> samples,
                                      units::SampleRate rate,
                                      units::SoundPressureLevel fullScale,
                                      units::Seconds leftOut);

} // namespace hearing
