// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/LoudnessLanes.h"

// NOLINTBEGIN(misc-definitions-in-headers): each file that includes this one needs its own copy.
namespace hearing
{
namespace
{

/** The network's weights for every lane. */
struct DecayWeights
{
    Floats fromOutput, fromReservoir, charge, keep, together, follow;
};

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
    constexpr std::size_t numVectors = usedBandLanes / floatsPerVector;
    Floats input[numVectors], step[numVectors], output[numVectors], reservoir[numVectors];

    for (std::size_t v = 0; v < numVectors; ++v)
    {
        const std::size_t band = v * floatsPerVector;
        input[v] = lanesAt (&state.input[band]);
        step[v] = (lanesAt (frame + band) - input[v]) * (1.0f / innerSteps);
        output[v] = lanesAt (&state.output[band]);
        reservoir[v] = lanesAt (&state.reservoir[band]);
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
        const Floats arrived = lanesAt (frame + band);
        decayBy (weights, arrived, output[v], reservoir[v]);
        lanesAt (&state.input[band]) = arrived;
        lanesAt (&state.output[band]) = output[v];
        lanesAt (&state.reservoir[band]) = reservoir[v];
        lanesAt (frame + band) = output[v];
    }
}

void decayBatch (const DecayNetwork& network,
                 DecayState& state,
                 CoreFrames& core,
                 std::size_t numFrames) noexcept
{
    DecayWeights weights {};
    fill (weights.fromOutput, static_cast<float> (network.fromOutput));
    fill (weights.fromReservoir, static_cast<float> (network.fromReservoir));
    fill (weights.charge, static_cast<float> (network.charge));
    fill (weights.keep, static_cast<float> (network.keep));
    fill (weights.together, static_cast<float> (network.together));
    fill (weights.follow, static_cast<float> (network.follow));

    for (std::size_t f = 0; f < numFrames; ++f)
        decayToFrame (weights, state, core.frames[f]);
}

} // namespace
} // namespace hearing
// NOLINTEND(misc-definitions-in-headers)
