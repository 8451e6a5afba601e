// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/LoudnessLanes.h"

// NOLINTBEGIN(misc-definitions-in-headers): each file that includes this one needs its own copy.
namespace hearing
{
namespace
{

void differenceOf (const float* samples,
                   std::size_t numSamples,
                   double* fine,
                   float* coarse) noexcept
{
    for (std::size_t n = 0; n < numSamples; ++n)
    {
        const float* const sample = samples + n;
        // Exact in double; a constant gives 0.
        fine[n] = (static_cast<double> (sample[0]) - sample[-6])
                  - 3.0 * (static_cast<double> (sample[-2]) - sample[-4]);
        coarse[n] = static_cast<float> (fine[n]);
    }
}

/** A vector of bands, with all they remember in registers. */
template <typename Vector>
struct BandGroup
{
    Vector minusA1[3], minusA2[3], smoothing;
    Vector newest[3], older[3], smoothed[3];
};

template <typename Vector, typename Weights, typename Memory>
inline void
load (BandGroup<Vector>& group, const Weights& weights, const Memory& memory, std::size_t band)
{
    for (std::size_t i = 0; i < 3; ++i)
    {
        group.minusA1[i] = lanesAt (&weights.minusA1[i][band]);
        group.minusA2[i] = lanesAt (&weights.minusA2[i][band]);
        group.newest[i] = lanesAt (&memory.newest[i][band]);
        group.older[i] = lanesAt (&memory.older[i][band]);
        group.smoothed[i] = lanesAt (&memory.smoothed[i][band]);
    }

    group.smoothing = lanesAt (&weights.smoothing[band]);
}

template <typename Vector, typename Memory>
inline void store (const BandGroup<Vector>& group, Memory& memory, std::size_t band)
{
    for (std::size_t i = 0; i < 3; ++i)
    {
        lanesAt (&memory.newest[i][band]) = group.newest[i];
        lanesAt (&memory.older[i][band]) = group.older[i];
        lanesAt (&memory.smoothed[i][band]) = group.smoothed[i];
    }
}

/** One sample through three resonators, squared, through three low-passes. */
template <typename Vector, typename Number>
inline void advance (BandGroup<Vector>& group, Number sample)
{
    Vector value = sample - Vector {};

    for (std::size_t i = 0; i < 3; ++i)
    {
        value += group.minusA2[i] * group.older[i];
        value += group.minusA1[i] * group.newest[i];
        group.older[i] = group.newest[i];
        group.newest[i] = value;
    }

    value *= value;

    for (std::size_t i = 0; i < 3; ++i)
    {
        value += group.smoothing * group.smoothed[i];
        group.smoothed[i] = value;
    }
}

inline void storePowers (const Doubles& powers, float* to)
{
    *reinterpret_cast<FewFloats*> (to) = __builtin_convertvector(powers, FewFloats);
}

inline void storePowers (const Floats& powers, float* to)
{
    *reinterpret_cast<LooseFloats*> (to) = powers;
}

/** The samples of a batch and its frames. */
template <typename Number>
struct FramedSamples
{
    const Number* samples;
    const FrameStarts& frames;
};

/** One vector of bands over the whole batch. */
template <typename Vector, typename Weights, typename Memory, typename Number>
inline void filterBands (const Weights& weights,
                         Memory& memory,
                         const FramedSamples<Number>& batch,
                         std::size_t band,
                         float* powers)
{
    BandGroup<Vector> group {};
    load (group, weights, memory, band);
    const Vector scale = lanesAt (&weights.scale[band]);

    for (std::size_t f = 0; f < batch.frames.numFrames; ++f)
    {
        const Number* sample = batch.samples + batch.frames.starts[f];
        const Number* const end = batch.samples + batch.frames.starts[f + 1];
        advance (group, *sample++);
        storePowers (group.smoothed[2] * scale, powers + f * (fineLanes + coarseLanes) + band);

        while (sample != end)
            advance (group, *sample++);
    }

    store (group, memory, band);
}

void filterBatch (const FilterBank& bank,
                  FilterState& state,
                  const FilterInput& input,
                  const FrameStarts& frames,
                  BandPowers& powers) noexcept
{
    const std::size_t numCoarse = numThirdOctaves - bank.numFine;
    const FramedSamples<double> fine { input.fine, frames };
    const FramedSamples<float> coarse { input.coarse, frames };
    float* const first = &powers.frames[0][0];

    for (std::size_t band = 0; band < bank.numFine; band += doublesPerVector)
        filterBands<Doubles> (bank.fine, state.fine, fine, band, first);

    // These come behind the last band in double, over what fills its vector.
    for (std::size_t band = 0; band < numCoarse; band += floatsPerVector)
        filterBands<Floats> (bank.coarse, state.coarse, coarse, band, first + bank.numFine);
}

} // namespace
} // namespace hearing
// NOLINTEND(misc-definitions-in-headers)
