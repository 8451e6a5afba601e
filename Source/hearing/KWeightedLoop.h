// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/KWeightedLanes.h"

// NOLINTBEGIN(misc-definitions-in-headers): each file that includes this one needs its own copy.
// This file is compiled once per instruction set, and so must not use inline functions that other
// files use too: the linker might keep the copy that older machines cannot run.
namespace hearing
{
namespace
{

using Four [[gnu::vector_size (4 * sizeof (float)), gnu::aligned (4), gnu::may_alias]] = float;

// A filter waits for its own last output, so two registers of channels side by side take hardly longer
// than one.
#if defined(__AVX512F__)
constexpr std::size_t lanesPerVector = 8;
#elif defined(__AVX__)
constexpr std::size_t lanesPerVector = 4;
#else
constexpr std::size_t lanesPerVector = 2;
#endif

constexpr std::size_t vectorsAtOnce = lanesPerVector == 8 ? 1 : 2;
constexpr std::size_t lanesAtOnce = vectorsAtOnce * lanesPerVector;

using Doubles [[gnu::vector_size (lanesPerVector * sizeof (double)), gnu::may_alias]] = double;

inline Doubles all (double x) { return Doubles {} + x; }

/** The filters of some lanes, while they are in registers. */
struct Filters
{
    Doubles states[4];
    Doubles energy;
};

[[gnu::always_inline]] inline Doubles* vectorAt (double* lanes, std::size_t first)
{
    return reinterpret_cast<Doubles*> (lanes + first);
}

[[gnu::always_inline]] inline void load (KWeightedLanes& from, std::size_t lane, Filters& filters)
{
    for (std::size_t s = 0; s < 4; ++s)
        filters.states[s] = *vectorAt (from.states[s], lane);

    filters.energy = *vectorAt (from.energies, lane);
}

[[gnu::always_inline]] inline void
store (const Filters& filters, KWeightedLanes& to, std::size_t lane)
{
    for (std::size_t s = 0; s < 4; ++s)
        *vectorAt (to.states[s], lane) = filters.states[s];

    *vectorAt (to.energies, lane) = filters.energy;
}

struct Coefficients
{
    explicit Coefficients (const KWeightedLanes& lanes)
    {
        for (std::size_t c = 0; c < 5; ++c)
            shelf[c] = all (lanes.shelf[c]);

        for (std::size_t c = 0; c < 2; ++c)
            highPass[c] = all (lanes.highPass[c]);
    }

    Doubles shelf[5] {};
    Doubles highPass[2] {};
};

[[gnu::always_inline]] inline void add (const Coefficients& k, Doubles in, Filters& filters)
{
    auto& [s1, s2, h1, h2] = filters.states;
    const Doubles shelved = k.shelf[0] * in + s1;
    s1 = (k.shelf[1] * in + s2) - k.shelf[3] * shelved;
    s2 = k.shelf[2] * in - k.shelf[4] * shelved;

    const Doubles weighted = shelved + h1;
    h1 = (h2 - 2.0 * shelved) - k.highPass[0] * weighted;
    h2 = shelved - k.highPass[1] * weighted;
    filters.energy += weighted * weighted;
}

/** One frame of neighbouring lanes. */
[[gnu::always_inline]] inline Doubles frameOf (const float* const* channels, std::size_t n)
{
    Doubles frame {};

    for (std::size_t lane = 0; lane < lanesPerVector; ++lane)
        frame[lane] = static_cast<double> (channels[lane][n]);

    return frame;
}

inline Four fourOf (const float* samples) { return *reinterpret_cast<const Four*> (samples); }

/** Four frames of four channels, frame by frame. */
[[gnu::always_inline]] inline void
transposed (const float* const* channels, std::size_t n, Four (&frames)[4])
{
    const Four a = fourOf (channels[0] + n), b = fourOf (channels[1] + n);
    const Four c = fourOf (channels[2] + n), d = fourOf (channels[3] + n);
    const Four low0 = __builtin_shufflevector (a, b, 0, 4, 1, 5);
    const Four high0 = __builtin_shufflevector (a, b, 2, 6, 3, 7);
    const Four low1 = __builtin_shufflevector (c, d, 0, 4, 1, 5);
    const Four high1 = __builtin_shufflevector (c, d, 2, 6, 3, 7);
    frames[0] = __builtin_shufflevector (low0, low1, 0, 1, 4, 5);
    frames[1] = __builtin_shufflevector (low0, low1, 2, 3, 6, 7);
    frames[2] = __builtin_shufflevector (high0, high1, 0, 1, 4, 5);
    frames[3] = __builtin_shufflevector (high0, high1, 2, 3, 6, 7);
}

/** Four frames of as many channels as a vector has lanes. */
[[gnu::always_inline]] inline void
fourFrames (const float* const* channels, std::size_t n, Doubles (&frames)[4])
{
#if defined(__AVX512F__)
    Four left[4];
    Four right[4];
    transposed (channels, n, left);
    transposed (channels + 4, n, right);

    for (std::size_t frame = 0; frame < 4; ++frame)
        frames[frame] = __builtin_convertvector(
            __builtin_shufflevector (left[frame], right[frame], 0, 1, 2, 3, 4, 5, 6, 7), Doubles);
#elif defined(__AVX__)
    Four rows[4];
    transposed (channels, n, rows);

    for (std::size_t frame = 0; frame < 4; ++frame)
        frames[frame] = __builtin_convertvector(rows[frame], Doubles);
#else
    const Four a = fourOf (channels[0] + n), b = fourOf (channels[1] + n);

    for (std::size_t frame = 0; frame < 4; ++frame)
        frames[frame] = Doubles { static_cast<double> (a[frame]), static_cast<double> (b[frame]) };
#endif
}

[[gnu::always_inline]] inline void addLanes (KWeightedLanes& lanes,
                                             std::size_t first,
                                             const float* const* channels,
                                             std::size_t numFrames)
{
    const Coefficients k { lanes };
    Filters filters[vectorsAtOnce];
    Doubles frames[vectorsAtOnce][4];
    std::size_t n = 0;

    for (std::size_t v = 0; v < vectorsAtOnce; ++v)
        load (lanes, first + v * lanesPerVector, filters[v]);

    for (; n + 4 <= numFrames; n += 4)
    {
        for (std::size_t v = 0; v < vectorsAtOnce; ++v)
            fourFrames (channels + first + v * lanesPerVector, n, frames[v]);

        for (std::size_t frame = 0; frame < 4; ++frame)
            for (std::size_t v = 0; v < vectorsAtOnce; ++v)
                add (k, frames[v][frame], filters[v]);
    }

    for (; n < numFrames; ++n)
        for (std::size_t v = 0; v < vectorsAtOnce; ++v)
            add (k, frameOf (channels + first + v * lanesPerVector, n), filters[v]);

    for (std::size_t v = 0; v < vectorsAtOnce; ++v)
        store (filters[v], lanes, first + v * lanesPerVector);
}

void addKWeighted (KWeightedLanes& lanes,
                   const float* const channels[KWeightedLanes::numLanes],
                   std::size_t numFrames) noexcept
{
    for (std::size_t first = 0; first < KWeightedLanes::numLanes; first += lanesAtOnce)
        addLanes (lanes, first, channels, numFrames);
}

} // namespace
} // namespace hearing
// NOLINTEND(misc-definitions-in-headers)
