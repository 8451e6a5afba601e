// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/LoudnessArithmetic.h"

// The headers …Lanes.h are compiled once per instruction set, and so must not use inline functions that
// other files use too: the linker might keep the copy that older machines cannot run.
// NOLINTBEGIN(misc-definitions-in-headers): each file that includes this one needs its own copy.
namespace hearing
{
namespace
{

#if defined(__AVX512F__)
constexpr std::size_t bytesPerVector = 64;
#elif defined(__AVX2__)
constexpr std::size_t bytesPerVector = 32;
#else
constexpr std::size_t bytesPerVector = 16;
#endif

using Doubles [[gnu::vector_size (bytesPerVector), gnu::may_alias]] = double;
using Floats [[gnu::vector_size (bytesPerVector), gnu::may_alias]] = float;

/** Floats that start anywhere: a whole vector, and as many as there are doubles in one. */
using LooseFloats [[gnu::vector_size (bytesPerVector), gnu::may_alias, gnu::aligned (4)]] = float;
using FewFloats [[gnu::vector_size (bytesPerVector / 2), gnu::may_alias, gnu::aligned (4)]] = float;

constexpr std::size_t doublesPerVector = bytesPerVector / sizeof (double);
constexpr std::size_t floatsPerVector = bytesPerVector / sizeof (float);

/** Critical bands up to whole vectors. */
constexpr std::size_t usedBandLanes = (numCriticalBands + floatsPerVector) / floatsPerVector
                                      * floatsPerVector;

static_assert (usedBandLanes <= bandLanes && usedBandLanes > numCriticalBands);

inline const Doubles& lanesAt (const double* at) { return *reinterpret_cast<const Doubles*> (at); }
inline Doubles& lanesAt (double* at) { return *reinterpret_cast<Doubles*> (at); }
inline const Floats& lanesAt (const float* at) { return *reinterpret_cast<const Floats*> (at); }
inline Floats& lanesAt (float* at) { return *reinterpret_cast<Floats*> (at); }

inline void fill (Floats& lanes, float value) { lanes = value - Floats {}; }

} // namespace
} // namespace hearing
// NOLINTEND(misc-definitions-in-headers)
