// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/transform/StereoFftPasses.h"
#include "dsp/transform/StereoSpectra.h"

// NOLINTBEGIN(misc-definitions-in-headers): compiled once per instruction set, see Lanes.h.
namespace dsp
{
namespace
{

/** The passes from this one on, over vectors that those before it have split off. Large ones part by
    part, so that all later passes find them in the cache. */
void splitFrom (const StereoFftSteps& steps, std::size_t pass, float* vectors, std::size_t count)
{
    if (count > vectorsInCache)
    {
        const auto partLength = count / steps.passes[pass].radix;
        split (steps.passes[pass], vectors, count);

        for (std::size_t part = 0; part < count; part += partLength)
            splitFrom (steps, pass + 1, vectors + floatsPerVector * padded (part), partLength);

        return;
    }

    for (; pass < steps.numPasses; ++pass)
        split (steps.passes[pass], vectors, count);
}

/** splitFrom() backwards. */
void joinFrom (const StereoFftSteps& steps, std::size_t pass, float* vectors, std::size_t count)
{
    if (count > vectorsInCache)
    {
        const auto partLength = count / steps.passes[pass].radix;

        for (std::size_t part = 0; part < count; part += partLength)
            joinFrom (steps, pass + 1, vectors + floatsPerVector * padded (part), partLength);

        join (steps.passes[pass], vectors, count);
        return;
    }

    for (auto later = steps.numPasses; later > pass; --later)
        join (steps.passes[later - 1], vectors, count);
}

/** How much one call of splitFrom() or joinFrom() takes after the first pass. */
std::size_t shareAfterFirstPass (const StereoFftSteps& steps)
{
    const auto numVectors = steps.size / 8;
    return numVectors <= vectorsInCache ? numVectors : numVectors / steps.passes[0].radix;
}

void forwardTransform (const StereoFftSteps& steps,
                       const float* const samples[2],
                       float* work,
                       float* spectrum,
                       std::size_t pitch) noexcept
{
    const auto share = shareAfterFirstPass (steps);
    splitFirst (steps.passes[0], samples, work);

    for (std::size_t first = 0; first < steps.size / 8; first += share)
        splitFrom (steps, 1, work + floatsPerVector * padded (first), share);

    separate (steps, work, spectrum, pitch);
}

void inverseTransform (const StereoFftSteps& steps,
                       const float* spectrum,
                       std::size_t pitch,
                       float* work,
                       float* const samples[2]) noexcept
{
    const auto share = shareAfterFirstPass (steps);
    combine (steps, StoredSpectrum { spectrum, pitch }, work);

    for (std::size_t first = 0; first < steps.size / 8; first += share)
        joinFrom (steps, 1, work + floatsPerVector * padded (first), share);

    joinLast (steps.passes[0], work, samples);
}

constexpr StereoFftLoops stereoFftLoopsHere { forwardTransform, inverseTransform };

} // namespace
} // namespace dsp
// NOLINTEND(misc-definitions-in-headers)
