// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/LoudnessMeter.h"
#include "units/Decibels.h"

#include <span>

namespace monitoring
{

enum class Match
{
    loudness, ///< equal loudness at the ear and at the listening level, ISO 532-1: LoudnessMatch
    lufs,     ///< equal integrated loudness, BS.1770
    off
};

/** The gain that gives an output the integrated loudness of the master that was fed: what Match::lufs
    means, and the first guess of Match::loudness. None where one of the two is silent and there is
    nothing to match. */
units::Decibels levelMatch (Match match,
                            const hearing::ProgrammeLoudness& master,
                            const hearing::ProgrammeLoudness& output);

/** Nothing that leaves an audition peaks higher (EBU R 128: −1 dBTP). */
constexpr units::Decibels truePeakCeiling { -1.0 };

/** The one gain, never above 0 dB, that keeps the highest of these true peaks at the ceiling, so that
    outputs that were matched stay matched. Rounded down to 0.01 dB. */
units::Decibels safetyGain (std::span<const units::Decibels> truePeaks);

} // namespace monitoring
