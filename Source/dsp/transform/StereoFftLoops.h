// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/InstructionSet.h"

#include <cstddef>

namespace dsp
{

/** What a transform of one size needs to know, made by StereoFftPlan. Plain data, as the loops share no
    inline function with other files.

    Of `size` complex samples z[8v + lane], each lane is first transformed over its size / 8 vectors v, by
    passes of decimation in frequency that leave bit-reversed places. Then the eight lanes of one place
    are turned and transformed among themselves, eight places at a time.
*/
struct StereoFftSteps
{
    /** Splits each block of `length` vectors into `radix` (4 or 8) blocks, and turns these by twiddles:
        for each place in a block, radix − 1 complex numbers. nullptr: nothing is to be turned. */
    struct Pass
    {
        std::size_t radix;
        std::size_t length;
        const float* twiddles;
    };

    std::size_t size;
    std::size_t numPasses;
    const Pass* passes;

    /** Of the parts that the last pass of the way back writes, those at the beginning that nobody reads: none, a
        quarter or half of them. They are not written. */
    std::size_t numUnreadParts;

    /** For each eight places: of lanes 1 … 7, eight real and eight imaginary parts. */
    const float* laneTwiddles;
};

/** Left and right in time. */
template <typename Sample>
struct StereoFftSignals
{
    Sample* side[2];
};

/** Left and right in frequency: a group each `pitch` floats. */
template <typename Sample>
struct StereoFftSpectrum
{
    Sample* groups;
    std::size_t pitch;
};

/** A spectrum, and where its product with a kernel goes, transformed back. */
struct StereoFftProduct
{
    const float* spectrum;
    StereoFftSignals<float> samples;
};

inline constexpr std::size_t mostProductsAtOnce = 2;

/** The innermost loops of StereoFft, which says what they do; the same in steps, too. `work` is 2 · size
    floats, of several products as many times that. */
struct StereoFftLoops
{
    using Forward = void (*) (const StereoFftSteps& steps,
                              const StereoFftSignals<const float>& samples,
                              float* work,
                              const StereoFftSpectrum<float>& spectrum) noexcept;
    using Inverse = void (*) (const StereoFftSteps& steps,
                              const StereoFftSpectrum<const float>& spectrum,
                              float* work,
                              const StereoFftSignals<float>& samples) noexcept;
    using NumSteps = std::size_t (*) (const StereoFftSteps& steps) noexcept;
    using ForwardStep = void (*) (const StereoFftSteps& steps,
                                  std::size_t step,
                                  const StereoFftSignals<const float>& samples,
                                  float* work,
                                  const StereoFftSpectrum<float>& spectrum) noexcept;
    using InverseStep = void (*) (const StereoFftSteps& steps,
                                  std::size_t step,
                                  const StereoFftSpectrum<const float>& spectrum,
                                  float* work,
                                  const StereoFftSignals<float>& samples) noexcept;

    using InverseOfProducts = void (*) (const StereoFftSteps& steps,
                                        const StereoFftProduct* products,
                                        std::size_t numProducts,
                                        const float* kernel,
                                        float* work) noexcept;

    Forward forward;
    Inverse inverse;
    NumSteps numSteps;
    ForwardStep forwardStep;
    InverseStep inverseStep;
    InverseOfProducts inverseOfProducts;
};

StereoFftLoops stereoFftLoops (InstructionSet instructions);

} // namespace dsp
