// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/SpecificLoudness.h"

#include <array>
#include <cstddef>

/** From third octaves to the critical bands of ISO 532-1:2017 (tables of its Annex A). */
namespace hearing
{

constexpr std::size_t numThirdOctaves = 28;
constexpr std::size_t numCriticalBands = 20;

/** Sound pressure levels in dB of the third octaves from 25 Hz to 12.5 kHz. Silence is −∞. */
using ThirdOctaveLevels = std::array<double, numThirdOctaves>;

/** Levels in dB of the twenty approximated critical bands as they come to the inner ear, to be
    compared with thresholdInQuietDb. */
using CriticalBandLevels = std::array<double, numCriticalBands>;

/** Critical-band level at the threshold in quiet, behind the ear's transmission (LTQ). */
inline constexpr CriticalBandLevels thresholdInQuietDb { 30, 18, 12, 8, 7, 6, 5, 4, 3, 3,
                                                         3,  3,  3,  3, 3, 3, 3, 3, 3, 3 };

/** What the outer and middle ear take away of a frontal sound (a0). */
inline constexpr CriticalBandLevels transmissionLossDb { 0,    0,  0,    0,    0,    0,    0,
                                                         0,    0,  0,    -0.5, -1.6, -3.2, -5.4,
                                                         -5.6, -4, -1.5, 2,    5,    12 };

/** What a diffuse field of the same level gives more than a frontal sound (DDF). */
inline constexpr CriticalBandLevels diffuseFieldGainDb { 0,   0,   0.5, 0.9, 1.2,  1.6, 2.3,
                                                         2.8, 3,   2,   0,   -1.4, -2,  -1.9,
                                                         -1,  0.5, 3,   4,   4.3,  4 };

/** By how much a third octave is wider than its critical band, as a level (DCB). */
inline constexpr CriticalBandLevels bandwidthExcessDb { -0.25, -0.6, -0.8, -0.8, -0.5, 0,   0.5,
                                                        1.1,   1.5,  1.7,  1.8,  1.8,  1.7, 1.6,
                                                        1.4,   1.2,  0.8,  0.5,  0,    -0.5 };

/** Where the critical bands end, in Bark (ZUP); the last entry is the rest up to 24 Bark, into which
    only slopes reach. */
inline constexpr std::array<double, numCriticalBands + 1> upperLimitBark {
    0.9,  1.8,  2.8,  3.5,  4.4,  5.4,  6.6,  7.9,  9.2,  10.6, 12.3,
    13.8, 15.2, 16.7, 18.1, 19.3, 20.6, 21.8, 22.7, 23.6, 24.0
};

/** The third octaves up to 250 Hz, which are weighted along equal-loudness contours and make three
    critical bands together: 25–80 Hz, 100–160 Hz, 200–250 Hz. */
constexpr std::size_t numLowThirdOctaves = 11;
constexpr std::size_t numLowCriticalBands = 3;
inline constexpr std::array<std::size_t, numLowCriticalBands + 1> firstOfLowBand { 0, 6, 9, 11 };

constexpr std::size_t numLowRanges = 8;

/** Upper ends of the ranges of the weighted level, in dB (RAP). Above the last one the weights of the
    last range go on; the standard states them up to 120 dB. */
inline constexpr std::array<double, numLowRanges> lowRangeEndDb {
    45, 55, 65, 71, 80, 90, 100, 120
};

/** The weights, ranges × third octaves, in dB (ΔL). */
inline constexpr std::array<std::array<double, numLowThirdOctaves>, numLowRanges> lowWeightDb { {
    { -32, -24, -16, -10, -5, 0, -7, -3, 0, -2, 0 },
    { -29, -22, -15, -10, -4, 0, -7, -2, 0, -2, 0 },
    { -27, -19, -14, -9, -4, 0, -6, -2, 0, -2, 0 },
    { -25, -17, -12, -9, -3, 0, -5, -2, 0, -2, 0 },
    { -23, -16, -11, -7, -3, 0, -4, -1, 0, -1, 0 },
    { -20, -14, -10, -6, -3, 0, -4, -1, 0, -1, 0 },
    { -18, -12, -9, -6, -2, 0, -3, -1, 0, -1, 0 },
    { -15, -10, -8, -4, -2, 0, -3, -1, 0, -1, 0 },
} };

/** The weight of one of the low third octaves at this level, in dB. */
double lowFrequencyWeightDb (std::size_t thirdOctave, double levelDb);

/** Third octaves added up to critical bands, through the ear's transmission. NaN counts as silence, a
    level above 200 dB as 200 dB. */
CriticalBandLevels criticalBandLevels (const ThirdOctaveLevels& levels, SoundField field);

} // namespace hearing
