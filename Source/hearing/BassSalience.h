// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/BassFrames.h"

#include <vector>

namespace hearing
{

/** The range in which a bass line's fundamental is looked for. */
inline constexpr double lowestBassHz = 30.0;
inline constexpr double highestBassHz = 180.0;

/** One fundamental that could explain a frame. */
struct BassCandidate
{
    double f0Hz = 0.0;
    double salience = 0.0; ///< share of the frame's peaks it explains less what it lacks, at most 1
    double tonalShare = 0.0; ///< share of the power from 25 to 400 Hz on its harmonics, 0 … 1
    double power = 0.0;      ///< that power, as a mean square
};

/** What the search for a bass line keeps of one frame. */
struct BassEvidence
{
    /** Whether there is anything in the bass to speak of: its band is within 12 dB of the whole and its
        highest peak, seen against pink noise, stands 10 dB above the median. */
    bool active = false;

    std::vector<BassCandidate> candidates; ///< the most salient first; none when not active
};

BassEvidence bassEvidence (const BassSpectrum& spectrum);

} // namespace hearing
