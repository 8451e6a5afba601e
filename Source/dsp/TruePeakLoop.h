// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/TruePeakInterpolation.h"

// NOLINTBEGIN(misc-definitions-in-headers): each file that includes this one needs its own copy.
// This file is compiled once per instruction set, and so must not use inline functions that other
// files use too: the linker might keep the copy that older machines cannot run.
namespace dsp
{
namespace
{

#if defined(__AVX__)
constexpr std::size_t bytesPerVector = 32;
#else
constexpr std::size_t bytesPerVector = 16;
#endif

constexpr std::size_t numLanes = bytesPerVector / sizeof (float);

// As it lies in memory, anywhere; and as it is reckoned with.
using Unaligned [[gnu::vector_size (bytesPerVector), gnu::aligned (4), gnu::may_alias]] = float;
using Lanes [[gnu::vector_size (bytesPerVector)]] = float;

inline Lanes lanesAt (const float* samples)
{
    return *reinterpret_cast<const Unaligned*> (samples);
}

inline Lanes magnitude (Lanes x) { return x < 0.0f ? -x : x; }

inline Lanes higher (Lanes a, Lanes b) { return a > b ? a : b; }

inline Lanes highestOfVector (const TruePeakTaps::Pair* pairs, const float* newest)
{
    constexpr std::size_t oldest = TruePeakTaps::perPhase - 1;
    constexpr std::size_t delay = TruePeakTaps::perPhase / 2;
    Lanes middle {};
    Lanes even[3] {};
    Lanes odd[3] {};

    for (std::size_t k = 0; k < TruePeakTaps::numPairs; ++k)
    {
        const Lanes late = lanesAt (newest - k);
        const Lanes early = lanesAt (newest - oldest + k);
        const Lanes sum = late + early;
        const Lanes difference = late - early;
        middle += sum * pairs[k].middle;

        for (std::size_t p = 0; p < 3; ++p)
        {
            even[p] += sum * pairs[k].even[p];
            odd[p] += difference * pairs[k].odd[p];
        }
    }

    const Lanes atSample = magnitude (lanesAt (newest - delay));
    const Lanes outer = higher (magnitude (even[0]) + magnitude (odd[0]),
                                magnitude (even[1]) + magnitude (odd[1]));
    const Lanes inner = higher (magnitude (even[2]) + magnitude (odd[2]), magnitude (middle));
    return higher (atSample, higher (outer, inner));
}

void highestBetween (const TruePeakTaps& taps,
                     const float* newest,
                     std::size_t numFrames,
                     float* highest) noexcept
{
    for (std::size_t n = 0; n < numFrames; n += numLanes)
        *reinterpret_cast<Unaligned*> (highest + n) = highestOfVector (taps.pairs, newest + n);
}

} // namespace
} // namespace dsp
// NOLINTEND(misc-definitions-in-headers)
