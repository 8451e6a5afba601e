// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstddef>

namespace dsp
{

/** The third octaves of IEC 61260-1 from 25 Hz to 12.5 kHz, each cut into four: bands about as narrow
    as an ear's, and fine enough that a device changes little within one.
*/
namespace narrow_bands
{
constexpr std::size_t perThirdOctave = 4;
constexpr std::size_t numThirdOctaves = 28;
constexpr std::size_t count = perThirdOctave * numThirdOctaves;

/** Where band 0 begins and every other one ends: edge (0) … edge (count), in Hz. */
inline double edgeHz (std::size_t edge)
{
    // The lower edge of the band around 25 Hz, 16 third octaves below that around 1 kHz.
    constexpr double lowest = -16.5;
    return 1000.0 * std::pow (10.0, (lowest + static_cast<double> (edge) / perThirdOctave) / 10.0);
}

inline double centreHz (std::size_t band) { return std::sqrt (edgeHz (band) * edgeHz (band + 1)); }
} // namespace narrow_bands

} // namespace dsp
