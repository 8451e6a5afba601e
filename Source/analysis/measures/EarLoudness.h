// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/measures/EarLevels.h"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace analysis
{

/** How loud one hop of a rendering is to both ears, and where on the Bark scale: patternOf(), but small
    enough to keep for every hop and column. */
struct HopLoudness
{
    static constexpr std::size_t numBands = 24;

    float sone = 0.0f;
    float sharpnessAcum = 0.0f; ///< 0 where nothing is heard
    std::array<float, numBands>
        perBark {}; ///< sone between n and n + 1 Bark; they add up to `sone`

    /** Sone from one critical-band rate to another, in Bark. */
    double between (double lowBark, double highBark) const;
};

std::vector<HopLoudness> earLoudness (const EarLevels& levels);

/** Whether each hop counts: at least a tenth as loud as what is exceeded in 5 % of the time. What is fainter
    is a pause or a tail, of which no rule says anything. */
std::vector<bool> soundingHops (std::span<const HopLoudness> hops);

} // namespace analysis
