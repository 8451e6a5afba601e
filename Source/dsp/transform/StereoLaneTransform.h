// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/transform/StereoFftPasses.h"

// NOLINTBEGIN(misc-definitions-in-headers): compiled once per instruction set, see Lanes.h.
// The transform of eight lanes among themselves, for eight places of the workplace at a time.
namespace dsp
{
namespace
{

/** Where eight places stand in the workplace. */
constexpr std::size_t placeOfEight (std::size_t eight) { return floatsPerVector * (8 * eight); }

/** Eight places by eight lanes of a workplace, of one kind of part: lanes become vectors. */
[[gnu::always_inline]] inline void
lanesToVectors (const float* tile, std::size_t part, Lanes (&vectors)[8])
{
    for (std::size_t column = 0; column < 8; column += 4)
    {
        Lanes rows[4];

        for (std::size_t row = 0; row < 4; ++row)
            rows[row] = loadQuads (tile + floatsPerVector * (part * numLanes + row) + column,
                                   4 * floatsPerVector);

        transposeQuads (rows);

        for (std::size_t row = 0; row < 4; ++row)
            vectors[column + row] = rows[row];
    }
}

/** lanesToVectors() backwards. */
[[gnu::always_inline]] inline void
vectorsToLanes (const Lanes (&vectors)[8], float* tile, std::size_t part)
{
    Lanes left[4] = { vectors[0], vectors[1], vectors[2], vectors[3] };
    Lanes right[4] = { vectors[4], vectors[5], vectors[6], vectors[7] };
    transposeQuads (left);
    transposeQuads (right);

    for (std::size_t row = 0; row < 4; ++row)
        storeRows (left[row],
                   right[row],
                   tile + floatsPerVector * (part * numLanes + row),
                   4 * floatsPerVector);
}

/** The turning factors of a lane, 1 … 7. */
[[gnu::always_inline]] inline ComplexLanes
laneTwiddles (const StereoFftSteps& steps, std::size_t eight, std::size_t lane, std::size_t part)
{
    const float* const from = steps.laneTwiddles + (eight * 7 + lane - 1) * floatsPerVector;
    return { load (from + numLanes * part), load (from + 8 + numLanes * part) };
}

/** Eight places of all bins: vector q has those of the places + q · size / 8. */
struct WholeEight
{
    ComplexLanes bins[8][partsOfEight];
};

/** The last step of the transform: of eight places in the workplace, across the lanes. */
[[gnu::always_inline]] inline void transformAcrossLanes (const StereoFftSteps& steps,
                                                         std::size_t eight,
                                                         const float* work,
                                                         WholeEight& to)
{
    const float* const tile = work + placeOfEight (eight);

    for (std::size_t part = 0; part < partsOfEight; ++part)
    {
        Lanes real[8];
        Lanes imaginary[8];
        ComplexLanes x[8];
        lanesToVectors (tile, part, real);
        lanesToVectors (tile + 8, part, imaginary);
        x[0] = { real[0], imaginary[0] };

        for (std::size_t lane = 1; lane < 8; ++lane)
        {
            const auto factors = laneTwiddles (steps, eight, lane, part);
            x[lane] = turned<Direction::forward> (
                ComplexLanes { real[lane], imaginary[lane] }, factors.real, factors.imaginary);
        }

        transform8<Direction::forward> (x);

        for (std::size_t q = 0; q < 8; ++q)
            to.bins[q][part] = x[q];
    }
}

/** transformAcrossLanes() backwards. */
[[gnu::always_inline]] inline void transformBack (const StereoFftSteps& steps,
                                                  std::size_t eight,
                                                  std::size_t part,
                                                  ComplexLanes (&x)[8],
                                                  float* work)
{
    Lanes real[8];
    Lanes imaginary[8];
    transform8<Direction::inverse> (x);
    real[0] = x[0].real;
    imaginary[0] = x[0].imaginary;

    for (std::size_t lane = 1; lane < 8; ++lane)
    {
        const auto factors = laneTwiddles (steps, eight, lane, part);
        x[lane] = turned<Direction::inverse> (x[lane], factors.real, factors.imaginary);
        real[lane] = x[lane].real;
        imaginary[lane] = x[lane].imaginary;
    }

    float* const tile = work + placeOfEight (eight);
    vectorsToLanes (real, tile, part);
    vectorsToLanes (imaginary, tile + 8, part);
}

} // namespace
} // namespace dsp
// NOLINTEND(misc-definitions-in-headers)
