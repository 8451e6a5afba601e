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

/** The second differences about samples 1, 2, … */
inline Lanes bendsAt (const float* samples)
{
    const Lanes middle = lanesAt (samples + 1);
    return magnitude ((lanesAt (samples) - middle) + (lanesAt (samples + 2) - middle));
}

/** Of the second differences about all these samples but the first and the last. */
inline float largestBend (const float* samples, std::size_t count)
{
    return highestOf (count - 2, [samples] (std::size_t n) { return bendsAt (samples + n); });
}

/** A bound goes wrong with what is summed up: 32 products, each rounded to one part in 2²⁴. */
constexpr float rounding = 4e-6f;

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
    const float sharp = taps.sampleGain * beside + taps.bendGain * largestBend (samples, numSamples)
                        + rounding * crude;
    return sharp < crude ? sharp : crude;
}

/** The largest second differences in each vector of places; the last vector ends where they end. */
struct Bends
{
    static constexpr std::size_t mostVectors =
        (TruePeakTaps::perPhase - 3 + mostTruePeakFrames + numLanes - 1) / numLanes;

    /** Those that reach a vector of frames. */
    static constexpr std::size_t vectorsInReach =
        (TruePeakTaps::perPhase - 3 + numLanes + numLanes - 1) / numLanes;

    Lanes vectors[mostVectors];
    std::size_t numVectors;
};

/** Of at least one vector of places. */
inline void findBends (const float* samples, std::size_t count, Bends& bends)
{
    std::size_t v = 0;

    do
    {
        const auto first = v * numLanes;
        bends.vectors[v] = bendsAt (samples
                                    + (first + numLanes < count ? first : count - numLanes));
    } while (++v * numLanes < count);

    bends.numVectors = v;
}

inline float highestOfVectors (const Lanes* vectors, std::size_t count)
{
    Lanes highest = vectors[0];

    for (std::size_t v = 1; v < count; ++v)
        highest = higher (highest, vectors[v]);

    return highestLane (highest);
}

float highestAbove (const TruePeakTaps& taps,
                    const float* samples,
                    std::size_t numSamples,
                    float threshold) noexcept
{
    const float crude = taps.mostGain * highestSample (samples, numSamples);

    if (crude <= threshold)
        return crude;

    const auto bound = [&taps, crude] (float sample, float bend) {
        return taps.sampleGain * sample + taps.bendGain * bend + rounding * crude;
    };
    Bends bends; // NOLINT(cppcoreguidelines-pro-type-member-init): findBends() does
    findBends (samples, numSamples - 2, bends);
    const float ofAll = bound (crude / taps.mostGain,
                               highestOfVectors (bends.vectors, bends.numVectors));

    if (ofAll <= threshold)
        return ofAll;

    constexpr std::size_t before = TruePeakTaps::perPhase - 1;
    const auto numFrames = numSamples - before;
    float highest = threshold;

    for (std::size_t n = 0, v = 0; n < numFrames; n += numLanes, ++v)
    {
        const float* const beside = samples + n + before / 2;
        const Lanes sample = higher (magnitude (lanesAt (beside)),
                                     magnitude (lanesAt (beside + 1)));
        const auto count = bends.numVectors - v < Bends::vectorsInReach ? bends.numVectors - v
                                                                        : Bends::vectorsInReach;

        if (bound (highestLane (sample), highestOfVectors (bends.vectors + v, count)) <= highest)
            continue;

        const Lanes found = highestOfVector (taps.pairs, samples + before + n);

        for (std::size_t lane = 0; lane < numLanes && n + lane < numFrames; ++lane)
            highest = found[lane] > highest ? found[lane] : highest;
    }

    return highest;
}

constexpr TruePeakLoops truePeakLoopsHere { highestBetween, highestPossible, highestAbove };

} // namespace
} // namespace dsp
// NOLINTEND(misc-definitions-in-headers)
