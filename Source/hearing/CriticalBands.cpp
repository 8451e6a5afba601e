// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/CriticalBands.h"

#include "units/Precondition.h"

#include <algorithm>
#include <cmath>

namespace hearing
{
namespace
{

constexpr double highestDb = 200.0;

double finite (double levelDb)
{
    return std::isnan (levelDb) ? -HUGE_VAL : std::min (levelDb, highestDb);
}

double powerOf (double levelDb) { return std::pow (10.0, levelDb / 10.0); }

/** The low critical band's third octaves, weighted and added up. */
double lowBandLevelDb (const ThirdOctaveLevels& levels, std::size_t band)
{
    double power = 0.0;

    for (std::size_t i = firstOfLowBand[band]; i < firstOfLowBand[band + 1]; ++i)
    {
        const double level = finite (levels[i]);
        power += powerOf (level + lowFrequencyWeightDb (i, level));
    }

    return 10.0 * std::log10 (power);
}

} // namespace

double lowFrequencyWeightDb (std::size_t thirdOctave, double levelDb)
{
    PRECONDITION (thirdOctave < numLowThirdOctaves);
    std::size_t range = 0;

    while (range + 1 < numLowRanges
           && levelDb + lowWeightDb[range][thirdOctave] > lowRangeEndDb[range])
        ++range;

    return lowWeightDb[range][thirdOctave];
}

CriticalBandLevels criticalBandLevels (const ThirdOctaveLevels& levels, SoundField field)
{
    CriticalBandLevels result {};

    for (std::size_t band = 0; band < numCriticalBands; ++band)
    {
        constexpr std::size_t shift = numLowThirdOctaves - numLowCriticalBands;
        const double outside = band < numLowCriticalBands ? lowBandLevelDb (levels, band)
                                                          : finite (levels[band + shift]);
        const double fieldGain = field == SoundField::diffuse ? diffuseFieldGainDb[band] : 0.0;
        result[band] = outside - transmissionLossDb[band] + fieldGain;
    }

    return result;
}

} // namespace hearing
