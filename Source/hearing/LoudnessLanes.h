// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/DecayNetwork.h"
#include "hearing/LoudnessArithmetic.h"

// NOLINTBEGIN(misc-definitions-in-headers): each file that includes this one needs its own copy.
// This file is compiled once per instruction set, and so must not use inline functions that other
// files use too: the linker might keep the copy that older machines cannot run.
namespace hearing
{
namespace
{

using Doubles [[gnu::vector_size (32), gnu::may_alias]] = double;
using Floats [[gnu::vector_size (32), gnu::may_alias]] = float;

constexpr std::size_t doublesPerVector = sizeof (Doubles) / sizeof (double);
constexpr std::size_t floatsPerVector = sizeof (Floats) / sizeof (float);

inline const Doubles& doublesAt (const double* at)
{
    return *reinterpret_cast<const Doubles*> (at);
}
inline Doubles& doublesAt (double* at) { return *reinterpret_cast<Doubles*> (at); }
inline const Floats& floatsAt (const float* at) { return *reinterpret_cast<const Floats*> (at); }
inline Floats& floatsAt (float* at) { return *reinterpret_cast<Floats*> (at); }

/** Four neighbouring bands of the filter bank, with all they remember in registers. */
struct BandGroup
{
    Doubles minusA1[3], minusA2[3], smoothing;
    Doubles newest[3], older[3], smoothed[3];
};

inline void
load (BandGroup& group, const FilterBank& bank, const FilterState& state, std::size_t band)
{
    for (std::size_t i = 0; i < 3; ++i)
    {
        group.minusA1[i] = doublesAt (&bank.minusA1[i][band]);
        group.minusA2[i] = doublesAt (&bank.minusA2[i][band]);
        group.newest[i] = doublesAt (&state.newest[i][band]);
        group.older[i] = doublesAt (&state.older[i][band]);
        group.smoothed[i] = doublesAt (&state.smoothed[i][band]);
    }

    group.smoothing = doublesAt (&bank.smoothing[band]);
}

inline void store (const BandGroup& group, FilterState& state, std::size_t band)
{
    for (std::size_t i = 0; i < 3; ++i)
    {
        doublesAt (&state.newest[i][band]) = group.newest[i];
        doublesAt (&state.older[i][band]) = group.older[i];
        doublesAt (&state.smoothed[i][band]) = group.smoothed[i];
    }
}

/** One sample through three resonators, squared, through three low-passes. */
inline void advance (BandGroup& group, double sample)
{
    Doubles value = sample - Doubles {};

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

void filterBatch (const FilterBank& bank,
                  FilterState& state,
                  const double* samples,
                  const FrameStarts& frames,
                  BandPowers& powers) noexcept
{
    for (std::size_t band = 0; band < filterLanes; band += doublesPerVector)
    {
        BandGroup group {};
        load (group, bank, state, band);

        for (std::size_t f = 0; f < frames.numFrames; ++f)
        {
            const double* sample = samples + frames.starts[f];
            const double* const end = samples + frames.starts[f + 1];
            advance (group, *sample++);
            doublesAt (&powers.frames[f][band]) = group.smoothed[2] * doublesAt (&bank.scale[band]);

            while (sample != end)
                advance (group, *sample++);
        }

        store (group, state, band);
    }
}

/** Powers of the critical bands, in the lanes of core loudness. */
inline void addUp (const PowerLoudness& loudness, const double* thirdOctaves, float* criticalBands)
{
    float weighted[lowLanes];

    for (std::size_t i = 0; i < lowLanes; ++i)
    {
        const auto power = static_cast<float> (thirdOctaves[i]);
        float weight = loudness.lowWeight[0][i];

        for (std::size_t range = 0; range + 1 < numLowRanges; ++range)
            weight = power > loudness.lowRangeEnd[range][i] ? loudness.lowWeight[range + 1][i]
                                                            : weight;

        weighted[i] = power * weight;
    }

    for (std::size_t band = 0; band < bandLanes; ++band)
        criticalBands[band] = 0.0f;

    criticalBands[0] = weighted[0] + weighted[1] + weighted[2] + weighted[3] + weighted[4]
                       + weighted[5];
    criticalBands[1] = weighted[6] + weighted[7] + weighted[8];
    criticalBands[2] = weighted[9] + weighted[10];

    for (std::size_t i = numLowThirdOctaves; i < numThirdOctaves; ++i)
        criticalBands[i - numLowThirdOctaves + numLowCriticalBands] = static_cast<float> (
            thirdOctaves[i]);
}

void coreOfBatch (const PowerLoudness& loudness,
                  const BandPowers& powers,
                  CoreFrames& core,
                  std::size_t numFrames) noexcept
{
    for (std::size_t f = 0; f < numFrames; ++f)
    {
        alignas (32) float power[bandLanes];
        addUp (loudness, powers.frames[f], power);

        for (std::size_t band = 0; band < bandLanes; ++band)
        {
            const float excited = 0.75f + power[band] * loudness.excitation[band];
            const float value = loudness.size[band]
                                * (__builtin_sqrtf (__builtin_sqrtf (excited)) - 1.0f);
            const float heard = power[band] > loudness.threshold[band] ? value : 0.0f;
            core.frames[f][band] = heard > 0.0f ? heard : 0.0f;
        }
    }
}

/** The network's weights for every lane. */
struct DecayWeights
{
    Floats fromOutput, fromReservoir, charge, keep, together, follow;
};

inline void fill (Floats& lanes, double value) { lanes = static_cast<float> (value) - Floats {}; }

/** One inner step. The reservoir never lies above the output, and the output never falls below its
    input, so that the standard's cases become minima and maxima. */
inline void
decayBy (const DecayWeights& weights, const Floats& input, Floats& output, Floats& reservoir)
{
    const Floats apart = weights.fromOutput * output + weights.fromReservoir * reservoir;
    const Floats fallen = output > reservoir ? apart : weights.together * output;
    const Floats charged = weights.charge * output + weights.keep * reservoir;
    const Floats led = input + weights.follow * (reservoir - input);

    const Floats next = fallen > input ? fallen : input;
    const Floats filled = charged < next ? charged : next;
    reservoir = input < output ? filled : led;
    output = next;
}

/** From one frame to the next. */
inline void decayToFrame (const DecayWeights& weights, DecayState& state, float* frame)
{
    constexpr std::size_t numVectors = bandLanes / floatsPerVector;
    Floats input[numVectors], step[numVectors], output[numVectors], reservoir[numVectors];

    for (std::size_t v = 0; v < numVectors; ++v)
    {
        const std::size_t band = v * floatsPerVector;
        input[v] = floatsAt (&state.input[band]);
        step[v] = (floatsAt (frame + band) - input[v]) * (1.0f / innerSteps);
        output[v] = floatsAt (&state.output[band]);
        reservoir[v] = floatsAt (&state.reservoir[band]);
    }

    for (std::size_t i = 1; i < innerSteps; ++i)
        for (std::size_t v = 0; v < numVectors; ++v)
        {
            input[v] += step[v];
            decayBy (weights, input[v], output[v], reservoir[v]);
        }

    for (std::size_t v = 0; v < numVectors; ++v)
    {
        const std::size_t band = v * floatsPerVector;
        const Floats arrived = floatsAt (frame + band);
        decayBy (weights, arrived, output[v], reservoir[v]);
        floatsAt (&state.input[band]) = arrived;
        floatsAt (&state.output[band]) = output[v];
        floatsAt (&state.reservoir[band]) = reservoir[v];
        floatsAt (frame + band) = output[v];
    }
}

void decayBatch (const DecayNetwork& network,
                 DecayState& state,
                 CoreFrames& core,
                 std::size_t numFrames) noexcept
{
    DecayWeights weights {};
    fill (weights.fromOutput, network.fromOutput);
    fill (weights.fromReservoir, network.fromReservoir);
    fill (weights.charge, network.charge);
    fill (weights.keep, network.keep);
    fill (weights.together, network.together);
    fill (weights.follow, network.follow);

    for (std::size_t f = 0; f < numFrames; ++f)
        decayToFrame (weights, state, core.frames[f]);
}

constexpr LoudnessArithmetic loudnessArithmetic { filterBatch, coreOfBatch, decayBatch };

} // namespace
} // namespace hearing
// NOLINTEND(misc-definitions-in-headers)
