// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Column.h"
#include "analysis/MasterMeasures.h"
#include "analysis/ReferenceNorms.h"
#include "analysis/RenderingMeasures.h"

namespace analysis
{

/** All that a rule may look at. The renderings are missing where a rule is about the master itself. */
struct Comparison
{
    const MasterMeasures& master;
    const ReferenceNorms& norms;
    const Column* column = nullptr;
    const RenderingMeasures* neutral = nullptr; ///< Neutral, as loud to the ear as the device
    const RenderingMeasures* device = nullptr;
};

} // namespace analysis
