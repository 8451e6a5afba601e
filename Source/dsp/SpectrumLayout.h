// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace dsp
{

/** Bins that stand together in a spectrum of RealFft. */
inline constexpr std::size_t binsPerGroup = 16;

/** Floats of such a group: the real parts, then the imaginary parts; two cache lines. */
inline constexpr std::size_t floatsPerGroup = 2 * binsPerGroup;

} // namespace dsp
