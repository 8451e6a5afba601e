// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/BandOverlap.h"

#include <array>
#include <cstddef>
#include <vector>

namespace analysis
{

/** The bins that make a band: whole ones, and the shares of those at its ends. */
struct BandOfBins
{
    BandOfBins (const dsp::BandOverlap& overlap, std::size_t binsThere)
    {
        for (const auto& [bin, share] : overlap)
            if (bin < binsThere)
            {
                first = numBins == 0 ? bin : first;
                ++numBins;
                firstShare = numBins == 1 ? share : firstShare;
                lastShare = share;
            }
    }

    double sum (const std::vector<float>& powers) const
    {
        if (numBins == 0)
            return 0.0;

        const auto* bins = powers.data() + first;

        if (numBins == 1)
            return firstShare * bins[0];

        // Four sums, so that the compiler need not wait for each addition.
        std::array<float, 4> sums {};
        std::size_t i = 1;

        for (; i + sums.size() < numBins; i += sums.size())
            for (std::size_t k = 0; k < sums.size(); ++k)
                sums[k] += bins[i + k];

        for (; i + 1 < numBins; ++i)
            sums[0] += bins[i];

        return firstShare * bins[0] + lastShare * bins[numBins - 1] + sums[0] + sums[1] + sums[2]
               + sums[3];
    }

    std::size_t first = 0;
    std::size_t numBins = 0; ///< bins
    double firstShare = 0.0;
    double lastShare = 0.0;
};

} // namespace analysis
