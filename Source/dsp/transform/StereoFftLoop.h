// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/transform/StereoFftPasses.h"
#include "dsp/transform/StereoProductSpectrum.h"
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
            splitFrom (steps, pass + 1, vectors + floatsPerVector * part, partLength);

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
            joinFrom (steps, pass + 1, vectors + floatsPerVector * part, partLength);

        join (steps.passes[pass], vectors, count);
        return;
    }

    for (auto later = steps.numPasses; later > pass; --later)
        join (steps.passes[later - 1], vectors, count);
}

/** After the first pass, the vectors are done in so many shares. */
std::size_t numShares (const StereoFftSteps& steps)
{
    return steps.size / 8 <= vectorsInCache ? 1 : steps.passes[0].radix;
}

float* shareOf (const StereoFftSteps& steps, std::size_t share, float* work)
{
    return work + floatsPerVector * (share * (steps.size / 8 / numShares (steps)));
}

/** The first pass, each share, and two halves of the rest. */
std::size_t numStepsOf (const StereoFftSteps& steps) noexcept { return numShares (steps) + 3; }

void forwardStep (const StereoFftSteps& steps,
                  std::size_t step,
                  const StereoFftSignals<const float>& samples,
                  float* work,
                  const StereoFftSpectrum<float>& spectrum) noexcept
{
    const auto shares = numShares (steps);

    if (step == 0)
        splitFirst (steps.passes[0], samples.side, work);
    else if (step <= shares)
        splitFrom (steps, 1, shareOf (steps, step - 1, work), steps.size / 8 / shares);
    else
        separate (steps,
                  step == shares + 1 ? Half::lower : Half::upper,
                  work,
                  spectrum.groups,
                  spectrum.pitch);
}

/** The steps of the way back that come after combining. */
void joinStep (const StereoFftSteps& steps,
               std::size_t step,
               float* work,
               const StereoFftSignals<float>& samples)
{
    const auto shares = numShares (steps);

    if (step < shares + 2)
        joinFrom (steps, 1, shareOf (steps, step - 2, work), steps.size / 8 / shares);
    else
        joinLast (steps, work, samples.side);
}

void inverseStep (const StereoFftSteps& steps,
                  std::size_t step,
                  const StereoFftSpectrum<const float>& spectrum,
                  float* work,
                  const StereoFftSignals<float>& samples) noexcept
{
    const StoredSpectrum stored { spectrum.groups, spectrum.pitch };

    if (step < 2)
        combine (steps, step == 0 ? Half::lower : Half::upper, &stored, 1, work);
    else
        joinStep (steps, step, work, samples);
}

void forwardTransform (const StereoFftSteps& steps,
                       const StereoFftSignals<const float>& samples,
                       float* work,
                       const StereoFftSpectrum<float>& spectrum) noexcept
{
    for (std::size_t step = 0; step < numStepsOf (steps); ++step)
        forwardStep (steps, step, samples, work, spectrum);
}

void inverseTransform (const StereoFftSteps& steps,
                       const StereoFftSpectrum<const float>& spectrum,
                       float* work,
                       const StereoFftSignals<float>& samples) noexcept
{
    for (std::size_t step = 0; step < numStepsOf (steps); ++step)
        inverseStep (steps, step, spectrum, work, samples);
}

void inverseTransformOfProducts (const StereoFftSteps& steps,
                                 const StereoFftProduct* products,
                                 std::size_t numProducts,
                                 const float* kernel,
                                 float* work) noexcept
{
    ProductSpectrum spectra[mostProductsAtOnce] {};

    for (std::size_t p = 0; p < numProducts; ++p)
        spectra[p] = { products[p].spectrum, kernel };

    combine (steps, Half::lower, spectra, numProducts, work);
    combine (steps, Half::upper, spectra, numProducts, work);

    for (std::size_t p = 0; p < numProducts; ++p)
        for (std::size_t step = 2; step < numStepsOf (steps); ++step)
            joinStep (steps, step, work + p * 2 * steps.size, products[p].samples);
}

constexpr StereoFftLoops stereoFftLoopsHere { forwardTransform, inverseTransform,
                                              numStepsOf,       forwardStep,
                                              inverseStep,      inverseTransformOfProducts };

} // namespace
} // namespace dsp
// NOLINTEND(misc-definitions-in-headers)
