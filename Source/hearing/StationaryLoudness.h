// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/CriticalBands.h"
#include "hearing/SpecificLoudness.h"

namespace hearing
{

/** Loudness of a steady sound: sone and N′(z). */
using StationaryLoudness = LoudnessPattern;

/** Loudness of a steady sound by its third octaves (ISO 532-1:2017, method for stationary sounds),
    heard with both ears. Levels of −∞ or below the threshold give 0; NaN counts as silence.

    Valid up to 120 dB in the bands below 300 Hz, where the standard's tables end.
*/
StationaryLoudness stationaryLoudness (const ThirdOctaveLevels& levels, SoundField field);

} // namespace hearing
