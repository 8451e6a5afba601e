// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/CoreLoudness.h"

/** How excitation spreads towards higher frequencies (ISO 532-1:2017, tables of Annex A). */
namespace hearing
{

constexpr std::size_t numSlopeRanges = 18;
constexpr std::size_t numSlopeColumns = 8;

/** Lower ends of the ranges of specific loudness in which a slope is straight, in sone/Bark (RNS). */
inline constexpr std::array<double, numSlopeRanges> slopeRangeEnd { 21.5, 18.0,  15.1, 11.5, 9.0,
                                                                    6.1,  4.4,   3.1,  2.13, 1.36,
                                                                    0.82, 0.42,  0.30, 0.22, 0.15,
                                                                    0.10, 0.035, 0.0 };

/** How steeply specific loudness falls, ranges × columns, in sone/Bark per Bark (USL). */
inline constexpr std::array<std::array<double, numSlopeColumns>, numSlopeRanges> slopeSteepness { {
    { 13.0, 8.2, 6.3, 5.5, 5.5, 5.5, 5.5, 5.5 },
    { 9.0, 7.5, 6.0, 5.1, 4.5, 4.5, 4.5, 4.5 },
    { 7.8, 6.7, 5.6, 4.9, 4.4, 3.9, 3.9, 3.9 },
    { 6.2, 5.4, 4.6, 4.0, 3.5, 3.2, 3.2, 3.2 },
    { 4.5, 3.8, 3.6, 3.2, 2.9, 2.7, 2.7, 2.7 },
    { 3.7, 3.0, 2.8, 2.35, 2.2, 2.2, 2.2, 2.2 },
    { 2.9, 2.3, 2.1, 1.9, 1.8, 1.7, 1.7, 1.7 },
    { 2.4, 1.7, 1.5, 1.35, 1.3, 1.3, 1.3, 1.3 },
    { 1.95, 1.45, 1.3, 1.15, 1.1, 1.1, 1.1, 1.1 },
    { 1.5, 1.2, 0.94, 0.86, 0.82, 0.82, 0.82, 0.82 },
    { 0.72, 0.67, 0.64, 0.63, 0.62, 0.62, 0.62, 0.62 },
    { 0.59, 0.53, 0.51, 0.50, 0.42, 0.42, 0.42, 0.42 },
    { 0.40, 0.33, 0.26, 0.24, 0.22, 0.22, 0.22, 0.22 },
    { 0.27, 0.21, 0.20, 0.18, 0.17, 0.17, 0.17, 0.17 },
    { 0.16, 0.15, 0.14, 0.12, 0.11, 0.11, 0.11, 0.11 },
    { 0.12, 0.11, 0.10, 0.08, 0.08, 0.08, 0.08, 0.08 },
    { 0.09, 0.08, 0.07, 0.06, 0.06, 0.06, 0.06, 0.05 },
    { 0.06, 0.05, 0.03, 0.02, 0.02, 0.02, 0.02, 0.02 },
} };

/** The column of slopeSteepness that holds within a critical band; slopes come in from below, so the
    lowest band has none. */
constexpr std::size_t slopeColumn (std::size_t band)
{
    return band > numSlopeColumns ? numSlopeColumns - 1 : band - 1;
}

/** The range in which a specific loudness lies: its end is the first below it. */
std::size_t slopeRange (double specificLoudness);

/** Core loudness with the upper slopes, as a pattern over Bark and as its integral: in each band the
    greater of its core loudness and of the slope that comes from below. */
LoudnessPattern withSlopes (const CoreLoudness& core);

} // namespace hearing
