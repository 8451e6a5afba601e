// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/CriticalBands.h"
#include "hearing/LoudnessOverTime.h"
#include "hearing/SpecificLoudness.h"
#include "units/SampleRate.h"

#include <array>
#include <span>
#include <vector>

/** The method of ISO 532-1:2017 for time-varying sounds, cut in two where powers have come out of the
    filters: so whoever knows what becomes of the powers knows N(t) without a sound.

    The standard has powers every 0.5 ms. Here they are means over 2 ms, a quarter of the work; N5 of music
    stays the same within 1 %.
*/
namespace hearing
{

/** Powers of the third octaves in 2 ms, as mean squares: a channel whose RMS is full scale has 1. */
using ThirdOctavePowers = std::array<float, numThirdOctaves>;

constexpr std::size_t powersPerSecond = LoudnessOverTime::pointsPerSecond;

/** From samples to powers: filters, squares, low-passes. Non-finite samples count as 0. */
std::vector<ThirdOctavePowers> thirdOctavePowers (std::span<const float> sound,
                                                  units::SampleRate rate);

/** From powers to loudness: a point for each.
    @param fullScaleDbSpl  of a power of 1 */
LoudnessOverTime loudnessOfPowers (std::span<const ThirdOctavePowers> powers,
                                   double fullScaleDbSpl,
                                   SoundField field);

} // namespace hearing
