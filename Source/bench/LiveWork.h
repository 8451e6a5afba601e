// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/Workload.h"

namespace bench
{

/** So many seconds of a stereo programme through a device of so many taps, in blocks of so many frames. */
struct LiveWork
{
    std::size_t numTaps = 0;
    std::size_t blockSize = 0;
    double seconds = 0.0;

    std::size_t numBlocks() const
    {
        return static_cast<std::size_t> (seconds * rate.hertz / static_cast<double> (blockSize))
               + 1;
    }
};

} // namespace bench
