// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/StationaryLoudness.h"

#include "hearing/LoudnessSlopes.h"

namespace hearing
{

StationaryLoudness stationaryLoudness (const ThirdOctaveLevels& levels, SoundField field)
{
    return withSlopes (coreLoudness (criticalBandLevels (levels, field)));
}

} // namespace hearing
