// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Hertz.h"
#include "units/Loudness.h"
#include "units/SoundPressure.h"

#include <optional>
#include <span>

namespace hearing
{

// The normal equal-loudness-level contours of ISO 226:2003: pure tones, free field from ahead, both
// ears, listeners of 18 to 25 years with normal hearing. The third edition (2023) moves no contour by
// more than 0.4 dB: docs/decisions/0048-contours-of-2003.md.
//
// Between the standard's 29 frequencies its three parameters are linear over log frequency, which the
// standard leaves open. Below 20 Hz and above 12.5 kHz they hold their end values: an extrapolation.

/** The 29 preferred third-octave frequencies of the standard, 20 Hz … 12.5 kHz. */
std::span<const double> equalLoudnessFrequenciesHz();

/** The median threshold of hearing T_f for a pure tone (as in ISO 389-7). */
units::SoundPressureLevel thresholdOfHearing (units::Hertz frequency);

/** The level at which a pure tone reaches a loudness level: ISO 226:2003, formula (1). */
units::SoundPressureLevel levelAtLoudness (units::Phon loudnessLevel, units::Hertz frequency);

/** The loudness level of a pure tone: ISO 226:2003, formula (2), as the exact inverse of
    levelAtLoudness(); at the threshold of hearing 2.4 phon. A tone below it has none. */
std::optional<units::Phon> loudnessLevel (units::SoundPressureLevel level, units::Hertz frequency);

/** Whether the standard vouches for this point of a contour: 20 … 90 phon from 20 Hz to 4 kHz,
    20 … 80 phon from there to 12.5 kHz. All else is extrapolated. */
bool isStandardised (units::Phon loudnessLevel, units::Hertz frequency);

} // namespace hearing
