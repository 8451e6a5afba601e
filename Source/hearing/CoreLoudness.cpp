// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/CoreLoudness.h"

#include <algorithm>
#include <cmath>

namespace hearing
{

double coreLoudness (double levelDb, CoreLoudnessBand band)
{
    if (! (levelDb > band.thresholdDb))
        return 0.0;

    constexpr double scale = 0.0635;
    constexpr double thresholdFactor = 0.25;
    const double aboveThresholdDb = levelDb - band.bandwidthExcessDb - band.thresholdDb;
    const double excitation = std::pow (10.0, 0.1 * aboveThresholdDb);

    return scale * std::pow (10.0, 0.025 * band.thresholdDb)
           * std::max (0.0,
                       std::pow (1.0 - thresholdFactor + thresholdFactor * excitation, 0.25) - 1.0);
}

double lowestBandWeight (double coreLoudness)
{
    return std::min (1.0, 0.4 + 0.32 * std::pow (coreLoudness, 0.2));
}

CoreLoudness coreLoudness (const CriticalBandLevels& levels)
{
    CoreLoudness core {};

    for (std::size_t band = 0; band < numCriticalBands; ++band)
        core[band] = coreLoudness (levels[band],
                                   { thresholdInQuietDb[band], bandwidthExcessDb[band] });

    core[0] *= lowestBandWeight (core[0]);
    return core;
}

} // namespace hearing
