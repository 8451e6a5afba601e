// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace dsp
{

/** Bins that stand together in a spectrum of StereoFft: two chunks of eight. */
inline constexpr std::size_t binsPerStereoGroup = 16;

/** Floats of one chunk: 8 real and 8 imaginary parts of the left signal, then as many of the right. */
inline constexpr std::size_t floatsPerStereoChunk = 32;

/** Floats of a group; four cache lines. */
inline constexpr std::size_t floatsPerStereoGroup = 2 * floatsPerStereoChunk;

} // namespace dsp
