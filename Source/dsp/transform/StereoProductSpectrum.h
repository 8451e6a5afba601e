// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/transform/StereoProductLoop.h"
#include "dsp/transform/StereoSpectra.h"

// NOLINTBEGIN(misc-definitions-in-headers): compiled once per instruction set, see Lanes.h.
namespace dsp
{
namespace
{

/** The product of a spectrum and a kernel of one partition with all four paths, which combine() asks for bin
    by bin. */
struct ProductSpectrum
{
    [[gnu::always_inline]] StereoBins
    bins (std::size_t eight, std::size_t q, std::size_t part) const
    {
        // Only the first bins of the first eight places have bin 0 among them.
        return q == 0 && part == 0 && eight == 0 ? binsAt<true> (eight, q, part)
                                                 : binsAt<false> (eight, q, part);
    }

    template <bool hasBinZero>
    [[gnu::always_inline]] StereoBins
    binsAt (std::size_t eight, std::size_t q, std::size_t part) const
    {
        constexpr unsigned allPaths = 15;
        constexpr auto floatsPerKernelGroup = 4 * floatsPerPathGroup;
        const auto chunk = 4 * eight + q;
        const float* const x = spectrum + chunkOffset (eight, q, floatsPerStereoGroup)
                               + numLanes * part;
        const float* const paths = kernel + chunk / 2 * floatsPerKernelGroup + chunk % 2 * 16
                                   + numLanes * part;
        Factor factors[2];
        Sum sums[2] {};
        loadFactors<StereoPaths::Inputs::apart, hasBinZero> (x, factors);
        addPartition<allPaths> (sums, factors, paths);
        return { sums[0].real, sums[0].imaginary, sums[1].real, sums[1].imaginary };
    }

    const float* spectrum;
    const float* kernel;
};

} // namespace
} // namespace dsp
// NOLINTEND(misc-definitions-in-headers)
