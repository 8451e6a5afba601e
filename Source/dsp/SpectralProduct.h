// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace dsp
{

/** One input's history through its paths to one or two outputs: sums[o] += Σ_p history[p] · kernels[o][p].

    All are spectra as RealFft writes them, groups of 16 bins on cache lines. Of one group, the
    partitions stand side by side (newest block and first partition first); so do the accumulators
    of an output, one for each group. Two outputs at once read the history only once.
*/
struct SpectralProduct
{
    const float* history;
    const float* kernels[2];
    float* sums[2];
    std::size_t numGroups;
    std::size_t numPartitions;
    std::size_t historyPitch; ///< floats from one group of the history to the next
    std::size_t kernelPitch;  ///< floats from one group of the kernel to the next
};

/** The innermost loop of the convolver, for one and for two outputs. */
struct SpectralArithmetic
{
    using AddProduct = void (*) (const SpectralProduct&) noexcept;

    AddProduct toOneOutput;
    AddProduct toTwoOutputs;
};

/** The same loop, compiled for any machine of this architecture. */
SpectralArithmetic portableArithmetic();

/** The same loop, compiled for the best vectors that this very machine has. */
SpectralArithmetic fastestArithmetic();

} // namespace dsp
