// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/TruePeakBounds.h"

// NOLINTBEGIN(misc-definitions-in-headers): compiled once per instruction set, see Lanes.h.
namespace dsp
{
namespace
{

inline Lanes highestOfVector (const TruePeakTaps::Pair* pairs, const float* newest)
{
    constexpr std::size_t oldest = TruePeakTaps::perPhase - 1;
    constexpr std::size_t delay = TruePeakTaps::perPhase / 2;
    Lanes middle {};
    Lanes even[3] {};
    Lanes odd[3] {};

    for (std::size_t k = 0; k < TruePeakTaps::numPairs; ++k)
    {
        const Lanes late = loadAnywhere (newest - k);
        const Lanes early = loadAnywhere (newest - oldest + k);
        const Lanes sum = late + early;
        const Lanes difference = late - early;
        middle += sum * pairs[k].middle;

        for (std::size_t p = 0; p < 3; ++p)
        {
            even[p] += sum * pairs[k].even[p];
            odd[p] += difference * pairs[k].odd[p];
        }
    }

    const Lanes atSample = magnitude (loadAnywhere (newest - delay));
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
        storeAnywhere (highest + n, highestOfVector (taps.pairs, newest + n));
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
    const float sharp = taps.sampleGain * beside + taps.bendGain * largestBend (samples, numSamples)
                        + rounding * crude;
    return sharp < crude ? sharp : crude;
}

/** Raises `highest` to the highest point of so many of a vector's frames. */
inline float
raised (float highest, const TruePeakTaps& taps, const float* newest, std::size_t numFrames)
{
    const Lanes found = highestOfVector (taps.pairs, newest);

    for (std::size_t lane = 0; lane < numLanes && lane < numFrames; ++lane)
        highest = found[lane] > highest ? found[lane] : highest;

    return highest;
}

float highestAbove (const TruePeakTaps& taps,
                    const float* samples,
                    std::size_t numSamples,
                    float threshold) noexcept
{
    const float highestOfAll = highestSample (samples, numSamples);
    const float crude = taps.mostGain * highestOfAll;

    if (crude <= threshold)
        return crude;

    Bends bends; // NOLINT(cppcoreguidelines-pro-type-member-init): findBends() does
    findBends (samples, numSamples - 2, bends);
    const float error = rounding * crude;

    if (const float ofAll = taps.sampleGain * highestOfAll + taps.bendGain * bends.largest + error;
        ofAll <= threshold)
        return ofAll;

    endBends (numSamples - 2, bends);
    constexpr std::size_t before = TruePeakTaps::perPhase - 1;
    const float* const beside = samples + before / 2;
    const auto numFrames = numSamples - before;
    float highest = threshold;

    for (std::size_t first = 0; first < numFrames; first += numLanes * numLanes)
    {
        const auto group = groupAt (beside + first, bends.values + first, numFrames - first);
        const Lanes bounds = taps.sampleGain * group.samples + taps.bendGain * group.bends + error;

        if (highestLane (bounds) <= highest)
            continue;

        for (std::size_t v = 0, n = first; v < numLanes && n < numFrames; ++v, n += numLanes)
            if (bounds[v] > highest
                && highestLane (boundsOfFrames (taps, beside + n, bends.values + n, group.bends[v]))
                           + error
                       > highest)
                highest = raised (highest, taps, samples + before + n, numFrames - n);
    }

    return highest;
}

constexpr TruePeakLoops truePeakLoopsHere { highestBetween, highestPossible, highestAbove };

} // namespace
} // namespace dsp
// NOLINTEND(misc-definitions-in-headers)
