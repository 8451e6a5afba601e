// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Loudness.h"

#include <cstddef>
#include <span>
#include <vector>

namespace hearing
{

/** Integrated loudness (BS.1770-5 annex 1): of blocks of 400 ms, one every 100 ms, those above −70 LUFS, and
    of these those that are less than 10 LU below their mean.

    Eight bytes for each block above the first gate: less than 0.3 MB an hour.
*/
class GatedLoudness
{
public:
    static constexpr std::size_t blocksPerSecond = 10;

    /** Another block: the sum of its channels' K-weighted and weighted mean squares. */
    void add (double meanSquare);

    /** −∞ when nothing came through the gates. */
    units::Lufs integrated() const;

    /** Several programmes, as if they were one. */
    static units::Lufs integratedOf (std::span<const GatedLoudness* const> programmes);

    /** Gives room back that only more blocks would need. */
    void finish() { blocks.shrink_to_fit(); }

private:
    std::vector<double> blocks; ///< above the first gate
};

} // namespace hearing
