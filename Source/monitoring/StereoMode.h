// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

namespace monitoring
{

/** What of a stereo programme is sent on, before any device. */
enum class StereoMode
{
    stereo,
    left,       ///< the left channel on both sides
    right,      ///< the right channel on both sides
    sum,        ///< mono, which is the mid: (L + R) / 2 on both sides
    side,       ///< (L − R) / 2 on both sides, so that one loudspeaker plays it too
    swap,       ///< left and right exchanged
    invertRight ///< the right channel's polarity turned
};

inline constexpr std::size_t numStereoModes = 7;

/** Gains out of [left, right] for the left and the right side. */
using StereoGains = std::array<std::array<float, 2>, 2>;

StereoGains gainsOf (StereoMode mode);

} // namespace monitoring
