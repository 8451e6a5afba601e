// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Loudness.h"

#include <cmath>
#include <cstddef>

namespace hearing
{

/** A mean square below this (−300 dB) is silence. */
inline constexpr double silentMeanSquare = 1e-30;

/** BS.1770-5 annex 1: of the sum of the channels' K-weighted and weighted mean squares; −∞ is silence. */
inline units::Lufs loudnessOf (double meanSquare)
{
    constexpr double offsetLufs = -0.691;
    return units::Lufs { meanSquare > silentMeanSquare ? offsetLufs + 10.0 * std::log10 (meanSquare)
                                                       : -HUGE_VAL };
}

/** The weight of a channel; five channels are L R C Ls Rs. */
inline double channelWeight (std::size_t channel, std::size_t numChannels)
{
    constexpr double surround = 1.41;
    return numChannels == 5 && channel >= 3 ? surround : 1.0;
}

} // namespace hearing
