// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/transform/Lanes.h"

// NOLINTBEGIN(misc-definitions-in-headers): compiled once per instruction set, see Lanes.h.
namespace dsp
{
namespace
{

struct ComplexLanes
{
    Lanes real;
    Lanes imaginary;
};

[[gnu::always_inline]] inline ComplexLanes operator+ (ComplexLanes a, ComplexLanes b)
{
    return { a.real + b.real, a.imaginary + b.imaginary };
}

[[gnu::always_inline]] inline ComplexLanes operator- (ComplexLanes a, ComplexLanes b)
{
    return { a.real - b.real, a.imaginary - b.imaginary };
}

/** The sign in the exponent of e, and of j below. */
enum class Direction
{
    forward, ///< −
    inverse  ///< +
};

/** a ± j b */
template <Direction direction>
[[gnu::always_inline]] inline ComplexLanes plusJ (ComplexLanes a, ComplexLanes b)
{
    if constexpr (direction == Direction::forward)
        return { a.real + b.imaginary, a.imaginary - b.real };
    else
        return { a.real - b.imaginary, a.imaginary + b.real };
}

/** a ∓ j b */
template <Direction direction>
[[gnu::always_inline]] inline ComplexLanes minusJ (ComplexLanes a, ComplexLanes b)
{
    return plusJ < direction == Direction::forward ? Direction::inverse
                                                   : Direction::forward > (a, b);
}

/** Times a factor of unit length, or on the way back its conjugate. Its parts are the same for all
    lanes or one for each. */
template <Direction direction, typename Part>
[[gnu::always_inline]] inline ComplexLanes turned (ComplexLanes x, Part real, Part imaginary)
{
    if constexpr (direction == Direction::forward)
        return { x.real * real - x.imaginary * imaginary, x.real * imaginary + x.imaginary * real };
    else
        return { x.real * real + x.imaginary * imaginary, x.imaginary * real - x.real * imaginary };
}

/** The transform of four: natural order in and out. */
template <Direction direction>
[[gnu::always_inline]] inline void
transform4 (ComplexLanes& x0, ComplexLanes& x1, ComplexLanes& x2, ComplexLanes& x3)
{
    const auto even = x0 + x2, evenTurned = x0 - x2;
    const auto odd = x1 + x3, oddTurned = x1 - x3;
    x0 = even + odd;
    x1 = plusJ<direction> (evenTurned, oddTurned);
    x2 = even - odd;
    x3 = minusJ<direction> (evenTurned, oddTurned);
}

/** a and b become a + √½ b and a − √½ b. */
[[gnu::always_inline]] inline void sumAndDifferenceOfHalf (ComplexLanes& a, ComplexLanes& b)
{
    constexpr float half = 0.70710678118654752440f;
    const ComplexLanes sum { a.real + b.real * half, a.imaginary + b.imaginary * half };
    b = { a.real - b.real * half, a.imaginary - b.imaginary * half };
    a = sum;
}

/** The transform of eight: natural order in and out. Those of the even and of the odd four meet as
    X[k], X[k + 4] = even[k] ± w^k · odd[k], with w = √½ (1 ± j). */
template <Direction direction>
[[gnu::always_inline]] inline void transform8 (ComplexLanes (&x)[8])
{
    transform4<direction> (x[0], x[2], x[4], x[6]);
    transform4<direction> (x[1], x[3], x[5], x[7]);

    const ComplexLanes even[4] = { x[0], x[2], x[4], x[6] };
    const ComplexLanes odd[4] = { x[1], x[3], x[5], x[7] };
    x[0] = even[0] + odd[0];
    x[4] = even[0] - odd[0];
    x[2] = plusJ<direction> (even[2], odd[2]);
    x[6] = minusJ<direction> (even[2], odd[2]);

    x[1] = even[1];
    x[5] = plusJ<direction> (odd[1], odd[1]);
    sumAndDifferenceOfHalf (x[1], x[5]);

    // w³ = ± j w = √½ (−1 ± j)
    x[7] = even[3];
    x[3] = minusJ<direction> (odd[3], odd[3]);
    sumAndDifferenceOfHalf (x[7], x[3]);
}

} // namespace
} // namespace dsp
// NOLINTEND(misc-definitions-in-headers)
