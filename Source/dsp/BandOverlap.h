// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/SampleRate.h"

#include <cstddef>
#include <vector>

namespace dsp
{

/** A bin of a spectrum and the share of it, 0 … 1, that lies in a band. */
struct BinShare
{
    std::size_t bin;
    double share;
};

using BandOverlap = std::vector<BinShare>;

/** Which bins of a transform of this size make each of the narrow bands. A bin counts as wide as the
    bins are apart; bands beyond Nyquist have none. */
std::vector<BandOverlap> narrowBandOverlaps (units::SampleRate rate, std::size_t transformSize);

} // namespace dsp
