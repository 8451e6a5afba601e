// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/LoudnessLanes.h"

// NOLINTBEGIN(misc-definitions-in-headers): each file that includes this one needs its own copy.
namespace hearing
{
namespace
{

/** So many vectors of frames go up the Bark scale together: one's arithmetic fills the other's wait. */
constexpr std::size_t slopeVectors = 2;
constexpr std::size_t framesTogether = slopeVectors * floatsPerVector;
static_assert (framesPerBatch % framesTogether == 0);

/** Core loudness of some frames, frames side by side. */
struct FramesOfBands
{
    alignas (64) float bands[SlopeTables::numBands][framesTogether];
    float least[SlopeTables::numBands]; ///< of these frames
    float greatest[SlopeTables::numBands];
};

inline void turn (const CoreFrames& core, std::size_t first, FramesOfBands& turned)
{
    for (std::size_t band = 0; band < SlopeTables::numBands; ++band)
        turned.least[band] = turned.greatest[band] = core.frames[first][band];

    for (std::size_t f = 0; f < framesTogether; ++f)
        for (std::size_t band = 0; band < SlopeTables::numBands; ++band)
        {
            const float value = core.frames[first + f][band];
            turned.bands[band][f] = value;
            turned.least[band] = value < turned.least[band] ? value : turned.least[band];
            turned.greatest[band] = value > turned.greatest[band] ? value : turned.greatest[band];
        }
}

inline float greatestOf (const Floats* vectors)
{
    alignas (64) float values[floatsPerVector];
    lanesAt (values) = vectors[0];

    for (std::size_t v = 1; v < slopeVectors; ++v)
        lanesAt (values) = lanesAt (values) > vectors[v] ? lanesAt (values) : vectors[v];

    for (std::size_t half = floatsPerVector / 2; half > 0; half /= 2)
        for (std::size_t i = 0; i < half; ++i)
            values[i] = values[i] > values[i + half] ? values[i] : values[i + half];

    return values[0];
}

/** Specific loudness at the place that has been reached, its integral up to there, and how much of the
    band is left, in Bark. */
struct Climb
{
    Floats level[slopeVectors], sone[slopeVectors], left[slopeVectors];
};

/** All slopes through one range of steepness, down to its end or to the core loudness. Slopes that are
    below already stay. */
inline void fallThroughRange (Climb& climb, const float* core, float rangeEnd, float steepness)
{
    const float barkPerSone = 1.0f / steepness;

    for (std::size_t v = 0; v < slopeVectors; ++v)
    {
        const Floats coreHere = lanesAt (core + v * floatsPerVector);
        const Floats floor = coreHere > rangeEnd ? coreHere : rangeEnd - Floats {};
        const Floats above = climb.level[v] - floor;
        const Floats reachable = climb.left[v] * steepness;
        const Floats nearer = above < reachable ? above : reachable;
        const Floats fall = nearer > 0.0f ? nearer : Floats {};
        const Floats bark = fall * barkPerSone;
        climb.sone[v] += bark * (climb.level[v] - 0.5f * fall);
        climb.level[v] -= fall;
        climb.left[v] -= bark;
    }
}

/** A band in which at least one slope lies above the core loudness. */
inline void climbBand (const SlopeTables& tables,
                       const FramesOfBands& frames,
                       std::size_t band,
                       float highest,
                       Climb& climb)
{
    std::size_t range = 0;

    while (range + 1 < numSlopeRanges && tables.rangeEnd[range] >= highest)
        ++range;

    for (std::size_t v = 0; v < slopeVectors; ++v)
        fill (climb.left[v], tables.width[band]);

    do
        fallThroughRange (
            climb, frames.bands[band], tables.rangeEnd[range], tables.steepness[band][range]);
    while (tables.rangeEnd[range] > frames.least[band] && ++range < numSlopeRanges);

    for (std::size_t v = 0; v < slopeVectors; ++v)
    {
        const Floats core = lanesAt (&frames.bands[band][v * floatsPerVector]);
        climb.level[v] = climb.level[v] > core ? climb.level[v] : core;
        climb.sone[v] += climb.left[v] * core;
    }
}

void slopesOfBatch (const SlopeTables& tables,
                    const CoreFrames& core,
                    BatchLoudness& loudness) noexcept
{
    for (std::size_t first = 0; first < framesPerBatch; first += framesTogether)
    {
        FramesOfBands frames {};
        turn (core, first, frames);
        Climb climb {};
        float highest = 0.0f;

        for (std::size_t band = 0; band < SlopeTables::numBands; ++band)
            if (highest > frames.least[band])
            {
                climbBand (tables, frames, band, highest, climb);
                highest = greatestOf (climb.level);
            }
            else
            {
                for (std::size_t v = 0; v < slopeVectors; ++v)
                {
                    climb.level[v] = lanesAt (&frames.bands[band][v * floatsPerVector]);
                    climb.sone[v] += climb.level[v] * tables.width[band];
                }

                highest = frames.greatest[band];
            }

        for (std::size_t v = 0; v < slopeVectors; ++v)
            lanesAt (&loudness.sone[first + v * floatsPerVector]) = climb.sone[v];
    }
}

} // namespace
} // namespace hearing
// NOLINTEND(misc-definitions-in-headers)
