// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/LoudnessLanes.h"

// NOLINTBEGIN(misc-definitions-in-headers): each file that includes this one needs its own copy.
namespace hearing
{
namespace
{

/** The low third octaves, each with the weight that its power has. */
inline void weigh (const PowerLoudness& loudness, const float* thirdOctaves, float* weighted)
{
    for (std::size_t i = 0; i < PowerLoudness::lowLanes; i += floatsPerVector)
    {
        const Floats power = *reinterpret_cast<const LooseFloats*> (thirdOctaves + i);
        Floats weight = lanesAt (&loudness.lowWeight[0][i]);

        for (std::size_t range = 0; range + 1 < numLowRanges; ++range)
            weight = power > lanesAt (&loudness.lowRangeEnd[range][i])
                         ? lanesAt (&loudness.lowWeight[range + 1][i])
                         : weight;

        lanesAt (weighted + i) = power * weight;
    }
}

/** Powers of the critical bands in their lanes. */
inline void addUp (const PowerLoudness& loudness, const float* thirdOctaves, float* criticalBands)
{
    alignas (64) float w[PowerLoudness::lowLanes];
    weigh (loudness, thirdOctaves, w);
    criticalBands[0] = ((w[0] + w[1]) + (w[2] + w[3])) + (w[4] + w[5]);
    criticalBands[1] = w[6] + w[7] + w[8];
    criticalBands[2] = w[9] + w[10];

    for (std::size_t i = numLowThirdOctaves; i < numThirdOctaves; ++i)
        criticalBands[i - numLowThirdOctaves + numLowCriticalBands] = thirdOctaves[i];
}

void coreOfBatch (const PowerLoudness& loudness,
                  const BandPowers& powers,
                  CoreFrames& core,
                  std::size_t numFrames) noexcept
{
    alignas (64) float power[bandLanes] = {};

    for (std::size_t f = 0; f < numFrames; ++f)
    {
        addUp (loudness, powers.frames[f], power);

        for (std::size_t band = 0; band < usedBandLanes; ++band)
        {
            const float excited = 0.75f + power[band] * loudness.excitation[band];
            const float value = loudness.size[band]
                                * (__builtin_sqrtf (__builtin_sqrtf (excited)) - 1.0f);
            const float heard = power[band] > loudness.threshold[band] ? value : 0.0f;
            core.frames[f][band] = heard > 0.0f ? heard : 0.0f;
        }
    }
}

} // namespace
} // namespace hearing
// NOLINTEND(misc-definitions-in-headers)
