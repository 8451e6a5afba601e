// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

// NOLINTBEGIN(misc-definitions-in-headers): each file that includes this one needs its own copy.
// Included by loops that are compiled once per instruction set: nothing here may be shared with other
// files, since the linker might keep the copy that older machines cannot run.
namespace dsp
{
namespace
{

#if defined(__AVX__)
constexpr std::size_t bytesPerVector = 32;
#else
constexpr std::size_t bytesPerVector = 16;
#endif

// As it lies in memory, aligned or anywhere; and as it is reckoned with.
using AlignedLanes [[gnu::vector_size (bytesPerVector), gnu::may_alias]] = float;
using UnalignedLanes
    [[gnu::vector_size (bytesPerVector), gnu::aligned (4), gnu::may_alias]] = float;
using Lanes [[gnu::vector_size (bytesPerVector)]] = float;
using Quad [[gnu::vector_size (16), gnu::may_alias]] = float;

constexpr std::size_t numLanes = bytesPerVector / sizeof (float);

/** Layouts are made of eights of floats, whatever the machine: an eight is so many vectors. */
constexpr std::size_t partsOfEight = 8 / numLanes;

[[gnu::always_inline]] inline Lanes load (const float* from)
{
    return *reinterpret_cast<const AlignedLanes*> (from);
}

[[gnu::always_inline]] inline Lanes loadAnywhere (const float* from)
{
    return *reinterpret_cast<const UnalignedLanes*> (from);
}

[[gnu::always_inline]] inline void store (float* to, Lanes lanes)
{
    *reinterpret_cast<AlignedLanes*> (to) = lanes;
}

[[gnu::always_inline]] inline void storeAnywhere (float* to, Lanes lanes)
{
    *reinterpret_cast<UnalignedLanes*> (to) = lanes;
}

/** Last lane first. */
[[gnu::always_inline]] inline Lanes reversed (Lanes x)
{
#if defined(__AVX__)
    return __builtin_shufflevector (x, x, 7, 6, 5, 4, 3, 2, 1, 0);
#else
    return __builtin_shufflevector (x, x, 3, 2, 1, 0);
#endif
}

/** Four neighbours at each of as many places as the machine has room for: lanes / 4. */
[[gnu::always_inline]] inline Lanes loadQuads (const float* first, std::size_t pitch)
{
#if defined(__AVX__)
    const Quad low = *reinterpret_cast<const Quad*> (first);
    const Quad high = *reinterpret_cast<const Quad*> (first + pitch);
    return __builtin_shufflevector (low, high, 0, 1, 2, 3, 4, 5, 6, 7);
#else
    static_cast<void> (pitch);
    return load (first);
#endif
}

/** The quads of two vectors as rows of eight, one row after the other. */
[[gnu::always_inline]] inline void
storeRows (Lanes left, Lanes right, float* first, std::size_t pitch)
{
#if defined(__AVX__)
    store (first, __builtin_shufflevector (left, right, 0, 1, 2, 3, 8, 9, 10, 11));
    store (first + pitch, __builtin_shufflevector (left, right, 4, 5, 6, 7, 12, 13, 14, 15));
#else
    static_cast<void> (pitch);
    store (first, left);
    store (first + 4, right);
#endif
}

/** Rows become columns in each 4 × 4 floats: lane i of vector j changes places with lane j of i. */
[[gnu::always_inline]] inline void transposeQuads (Lanes (&rows)[4])
{
#if defined(__AVX__)
    const Lanes low0 = __builtin_shufflevector (rows[0], rows[1], 0, 8, 1, 9, 4, 12, 5, 13);
    const Lanes high0 = __builtin_shufflevector (rows[0], rows[1], 2, 10, 3, 11, 6, 14, 7, 15);
    const Lanes low1 = __builtin_shufflevector (rows[2], rows[3], 0, 8, 1, 9, 4, 12, 5, 13);
    const Lanes high1 = __builtin_shufflevector (rows[2], rows[3], 2, 10, 3, 11, 6, 14, 7, 15);
    rows[0] = __builtin_shufflevector (low0, low1, 0, 1, 8, 9, 4, 5, 12, 13);
    rows[1] = __builtin_shufflevector (low0, low1, 2, 3, 10, 11, 6, 7, 14, 15);
    rows[2] = __builtin_shufflevector (high0, high1, 0, 1, 8, 9, 4, 5, 12, 13);
    rows[3] = __builtin_shufflevector (high0, high1, 2, 3, 10, 11, 6, 7, 14, 15);
#else
    const Lanes low0 = __builtin_shufflevector (rows[0], rows[1], 0, 4, 1, 5);
    const Lanes high0 = __builtin_shufflevector (rows[0], rows[1], 2, 6, 3, 7);
    const Lanes low1 = __builtin_shufflevector (rows[2], rows[3], 0, 4, 1, 5);
    const Lanes high1 = __builtin_shufflevector (rows[2], rows[3], 2, 6, 3, 7);
    rows[0] = __builtin_shufflevector (low0, low1, 0, 1, 4, 5);
    rows[1] = __builtin_shufflevector (low0, low1, 2, 3, 6, 7);
    rows[2] = __builtin_shufflevector (high0, high1, 0, 1, 4, 5);
    rows[3] = __builtin_shufflevector (high0, high1, 2, 3, 6, 7);
#endif
}

} // namespace
} // namespace dsp
// NOLINTEND(misc-definitions-in-headers)
