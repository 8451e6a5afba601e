// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/TruePeakInterpolation.h"
#include "dsp/transform/Lanes.h"

// NOLINTBEGIN(misc-definitions-in-headers): compiled once per instruction set, see Lanes.h.
// What the points between samples cannot rise above, without reckoning them.
namespace dsp
{
namespace
{

inline Lanes higher (Lanes a, Lanes b) { return a > b ? a : b; }

inline Lanes magnitude (Lanes x) { return higher (x, -x); }

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

/** The highest lane of each of as many vectors as they have lanes. */
inline Lanes highestOfEach (const Lanes (&x)[numLanes])
{
#if defined(__AVX__)
    Lanes halves[4];
    Lanes quarters[2];

    for (std::size_t i = 0; i < 4; ++i)
        halves[i] = higher (__builtin_shufflevector (x[i], x[i + 4], 0, 1, 2, 3, 8, 9, 10, 11),
                            __builtin_shufflevector (x[i], x[i + 4], 4, 5, 6, 7, 12, 13, 14, 15));

    for (std::size_t i = 0; i < 2; ++i)
        quarters[i] = higher (
            __builtin_shufflevector (halves[2 * i], halves[2 * i + 1], 0, 1, 8, 9, 4, 5, 12, 13),
            __builtin_shufflevector (halves[2 * i], halves[2 * i + 1], 2, 3, 10, 11, 6, 7, 14, 15));

    return higher (__builtin_shufflevector (quarters[0], quarters[1], 0, 2, 8, 10, 4, 6, 12, 14),
                   __builtin_shufflevector (quarters[0], quarters[1], 1, 3, 9, 11, 5, 7, 13, 15));
#else
    const Lanes low = higher (__builtin_shufflevector (x[0], x[1], 0, 1, 4, 5),
                              __builtin_shufflevector (x[0], x[1], 2, 3, 6, 7));
    const Lanes high = higher (__builtin_shufflevector (x[2], x[3], 0, 1, 4, 5),
                               __builtin_shufflevector (x[2], x[3], 2, 3, 6, 7));
    return higher (__builtin_shufflevector (low, high, 0, 2, 4, 6),
                   __builtin_shufflevector (low, high, 1, 3, 5, 7));
#endif
}

/** Calls of `vectorAt` cover [0, count), at least one vector: the last ends at its end. */
template <typename VectorAt>
[[gnu::always_inline]] inline float highestOf (std::size_t count, VectorAt vectorAt)
{
    // Two, so that one need not wait for the other.
    Lanes even = vectorAt (count - numLanes);
    Lanes odd = even;
    std::size_t n = 0;

    for (; n + 2 * numLanes < count; n += 2 * numLanes)
    {
        even = higher (even, vectorAt (n));
        odd = higher (odd, vectorAt (n + numLanes));
    }

    if (n + numLanes < count)
        odd = higher (odd, vectorAt (n));

    return highestLane (higher (even, odd));
}

inline float highestSample (const float* samples, std::size_t count)
{
    return highestOf (count,
                      [samples] (std::size_t n) { return magnitude (loadAnywhere (samples + n)); });
}

/** The second differences about samples 1, 2, … */
inline Lanes bendsAt (const float* samples)
{
    const Lanes middle = loadAnywhere (samples + 1);
    return magnitude ((loadAnywhere (samples) - middle) + (loadAnywhere (samples + 2) - middle));
}

/** Of the second differences about all these samples but the first and the last. */
inline float largestBend (const float* samples, std::size_t count)
{
    return highestOf (count - 2, [samples] (std::size_t n) { return bendsAt (samples + n); });
}

/** A bound goes wrong with what is summed up: 32 products, each rounded to one part in 2²⁴. */
constexpr float rounding = 4e-6f;

/** Second differences, without sign: value n is that about sample n + 1. */
struct Bends
{
    /** Vectors of them that reach a vector of frames. */
    static constexpr std::size_t vectorsInReach =
        (TruePeakTaps::perPhase - 3 + numLanes + numLanes - 1) / numLanes;
    static constexpr std::size_t most = TruePeakTaps::perPhase - 3 + mostTruePeakFrames;

    alignas (32) float values[most + (numLanes + vectorsInReach) * numLanes];
    float largest;
};

/** Of at least one vector of places. */
inline void findBends (const float* samples, std::size_t count, Bends& bends)
{
    Lanes largest {};

    for (std::size_t n = 0; n + numLanes < count; n += numLanes)
    {
        const Lanes here = bendsAt (samples + n);
        store (bends.values + n, here);
        largest = higher (largest, here);
    }

    const Lanes last = bendsAt (samples + count - numLanes);
    storeAnywhere (bends.values + count - numLanes, last);
    bends.largest = highestLane (higher (largest, last));
}

/** Zeros after them, as far as the last group of vectors of frames can reach. */
inline void endBends (std::size_t count, Bends& bends)
{
    for (std::size_t v = 0; v < numLanes + Bends::vectorsInReach - 1; ++v)
        storeAnywhere (bends.values + count + v * numLanes, Lanes {});
}

inline Lanes highestInReach (const float* bends)
{
    Lanes highest = load (bends);

    for (std::size_t v = 1; v < Bends::vectorsInReach; ++v)
        highest = higher (highest, load (bends + v * numLanes));

    return highest;
}

/** The higher of the two samples beside the points after each frame; the first frame's earlier one is given. */
inline Lanes highestBeside (const float* beside)
{
    return higher (magnitude (loadAnywhere (beside)), magnitude (loadAnywhere (beside + 1)));
}

/** What is known of a group of vectors of frames, a lane for each: the highest sample beside a point, and the largest
    bend in reach. */
struct Group
{
    Lanes samples;
    Lanes bends;
};

/** @param end  of the frames, counted from the first of the group */
inline Group groupAt (const float* beside, const float* bends, std::size_t end)
{
    Lanes samples[numLanes] {};
    Lanes inReach[numLanes] {};

    for (std::size_t v = 0; v < numLanes && v * numLanes < end; ++v)
    {
        samples[v] = highestBeside (beside + v * numLanes);
        inReach[v] = highestInReach (bends + v * numLanes);
    }

    return { highestOfEach (samples), highestOfEach (inReach) };
}

/** What no point after each frame of a vector can rise above, by the bends next to it and the largest
    further off. */
inline Lanes boundsOfFrames (const TruePeakTaps& taps,
                             const float* beside,
                             const float* bends,
                             float largestInReach)
{
    constexpr std::size_t first = TruePeakTaps::perPhase / 2 - 1 - TruePeakTaps::numNear;
    Lanes sum = taps.sampleGain * highestBeside (beside) + taps.farBendGain * largestInReach;

    for (std::size_t n = 0; n < TruePeakTaps::numNear; ++n)
        sum += taps.nearBendGains[n]
               * (loadAnywhere (bends + first + n)
                  + loadAnywhere (bends + first + 2 * TruePeakTaps::numNear - 1 - n));

    return sum;
}

} // namespace
} // namespace dsp
// NOLINTEND(misc-definitions-in-headers)
