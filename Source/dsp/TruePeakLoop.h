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

inline Lanes higher (Lanes a, Lanes b) { return a > b ? a : b; }

inline Lanes magnitude (Lanes x) { return higher (x, -x); }

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

inline float highestLane (Lanes x)
{
#if defined(__AVX__)
    x = higher (x, __builtin_shufflevector (x, x, 4, 5, 6, 7, 0, 1, 2, 3));
    x = higher (x, __builtin_shufflevector (x, x, 2, 3, 0, 1, 6, 7, 4, 5));
    x = higher (x, __builtin_shufflevector (x, x, 1, 0, 3, 2, 5, 4, 7, 6));
#else
    x = higher (x, __builtin_shufflevector (x, x, 2, 3, 0, 1));
    x = higher (x, __builtin_shufflevector (x, x, 1, 0, 3, 2));
#endif
    return x[0];
}

/** Calls of `vectorAt` cover [0, count), at least one vector: the last ends at its end. */
template <typename VectorAt>
[[gnu::always_inline]] inline float highestOf (std::size_t count, VectorAt vectorAt)
{
    Lanes highest = vectorAt (count - numLanes);

    for (std::size_t n = 0; n + numLanes < count; n += numLanes)
        highest = higher (highest, vectorAt (n));

    return highestLane (highest);
}

inline float highestSample (const float* samples, std::size_t count)
{
    return highestOf (count,
                      [samples] (std::size_t n) { return magnitude (lanesAt (samples + n)); });
}

/** Of the second differences about all these samples but the first and the last. */
inline float largestBend (const float* samples, std::size_t count)
{
    return highestOf (count - 2, [samples] (std::size_t n) {
        const Lanes middle = lanesAt (samples + n + 1);
        return magnitude ((lanesAt (samples + n) - middle) + (lanesAt (samples + n + 2) - middle));
    });
}

float highestPossible (const TruePeakTaps& taps,
                       const float* samples,
                       std::size_t numSamples,
                       float threshold) noexcept
{
    const float crude = taps.mostGain * highestSample (samples, numSamples);

    if (crude <= threshold)
        return crude;

    // The two samples beside any point; fewer than a vector of them: all.
    constexpr std::size_t before = TruePeakTaps::perPhase / 2 - 1;
    const auto numBeside = numSamples - 2 * before;
    const float beside = numBeside < numLanes ? highestSample (samples, numSamples)
                                              : highestSample (samples + before, numBeside);
    // Rounding goes with what is summed up: 32 products, each to one part in 2²⁴.
    constexpr float rounding = 4e-6f;
    const float sharp = taps.sampleGain * beside + taps.bendGain * largestBend (samples, numSamples)
                        + rounding * crude;
    return sharp < crude ? sharp : crude;
}

constexpr TruePeakLoops truePeakLoopsHere { highestBetween, highestPossible };

} // namespace
} // namespace dsp
// NOLINTEND(misc-definitions-in-headers)
