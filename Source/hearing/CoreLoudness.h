// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/CriticalBands.h"

namespace hearing
{

/** Loudness per Bark inside each critical band, without what spreads in from lower bands, in
    sone/Bark; the last place, above the twenty bands, is 0. */
using CoreLoudness = std::array<double, numCriticalBands + 1>;

/** What makes one band's loudness of its level. */
struct CoreLoudnessBand
{
    double thresholdDb;       ///< in quiet, or masked by something else
    double bandwidthExcessDb; ///< see hearing::bandwidthExcessDb
};

/** Zwicker's loudness function (ISO 532-1), in sone/Bark:

        0.0635 · 10^(0.025 T) · [(0.75 + 0.25 · 10^(0.1 (L − excess − T)))^0.25 − 1]

    and 0 at a level not above the threshold T.
*/
double coreLoudness (double levelDb, CoreLoudnessBand band);

/** How much of the lowest band's core loudness counts, because the threshold in quiet falls steeply
    within that band: 0.4 + 0.32 N′^0.2, never more than 1. */
double lowestBandWeight (double coreLoudness);

/** All bands against the threshold in quiet, the lowest one weighted. */
CoreLoudness coreLoudness (const CriticalBandLevels& levels);

} // namespace hearing
