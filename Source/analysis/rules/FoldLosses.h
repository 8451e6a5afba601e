// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/MasterMeasures.h"

#include <array>
#include <cstddef>
#include <vector>

namespace analysis
{

/** Three neighbouring bands of the ear, by the first of them. */
constexpr std::size_t bandsPerGroup = 3;
constexpr std::size_t numBandGroups = erb_bands::count - bandsPerGroup + 1;

/** What a fold to mono takes from a group of bands, window by window, 1.2 s at a time. */
struct FoldLosses
{
    using Groups = std::array<float, numBandGroups>;

    std::vector<Groups> db;    ///< 0 … −∞; 0 where the group does not sound
    std::vector<Groups> share; ///< of the window's loudness; 0 where the window does not sound
};

/** Bands are weighed by a simple loudness: the fourth root of their K-weighted power, about how specific
    loudness grows (Zwicker & Fastl 2007, ch. 8). A group sounds where it has 5 % of it. */
FoldLosses foldLosses (const MasterMeasures& master);

/** What the fold takes from bands [first, end) in these windows, together. */
double foldLossDb (const StereoField& field,
                   std::size_t first,
                   std::size_t end,
                   const std::vector<bool>& windows);

} // namespace analysis
