// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/BassSalience.h"

#include <optional>
#include <span>
#include <vector>

namespace hearing
{

/** One candidate per frame, or none where a frame has none: the path on which salience is highest and
    pitch rests most (Viterbi 1967). */
std::vector<std::optional<BassCandidate>> mostSalientPath (std::span<const BassEvidence> evidence);

/** How likely each frame of a path is right within half a semitone, 0 … 1: a logistic function of how
    steady the pitch is over two frames either side, of the share of the power that it explains, of its
    salience, and of what it is ahead of its best rival. The weights were fitted to synthetic mixes:
    docs/decisions/0049-the-bass-line-from-peaks.md. */
std::vector<double> pathConfidence (std::span<const BassEvidence> evidence,
                                    std::span<const std::optional<BassCandidate>> path);

/** The distance of two pitches in semitones, never negative. */
double semitonesBetween (double oneHz, double otherHz);

} // namespace hearing
