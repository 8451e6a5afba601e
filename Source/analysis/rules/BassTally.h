// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Comparison.h"

#include <cstddef>
#include <vector>

namespace analysis
{

/** What of a bass line is heard on a device, added up over the frames of its notes. Frames count in which its
    pitch is sure and Neutral has a harmonic that is well audible; not in fades at the beginning and end,
    where it goes everywhere. */
struct BassTally
{
    std::size_t frames = 0;
    double confidence = 0.0; ///< sum
    double neutralPower = 0.0;
    double devicePower = 0.0;
    std::vector<double> retentions;
    std::vector<double>
        overtonesDb; ///< harmonics 2 to 6 below 1 to 6, in Neutral: of the note itself
    std::vector<double> lowestRanks; ///< on the device, where something is audible
    std::vector<double> lostPitchesHz;
    std::vector<std::size_t> lostFrames;
    std::vector<double> lostRanks; ///< lowest audible harmonic in them; 0: none

    double seconds() const;
    double lostShare() const; ///< 0 … 1

    /** What of the line's level is gone. */
    double missingDb() const;
};

BassTally bassTally (const Comparison& comparison);

} // namespace analysis
