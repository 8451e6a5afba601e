// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/LoudnessArithmetic.h"

#include "hearing/LoudnessLanes.h"
#include "hearing/ThirdOctaveFilters.h"

#include <cmath>

namespace hearing
{
namespace
{

double powerOf (double levelDb) { return std::pow (10.0, levelDb / 10.0); }

} // namespace

FilterBank::FilterBank (units::SampleRate rate, units::SoundPressureLevel fullScale)
{
    static_assert (filterLanes >= numThirdOctaves);
    constexpr double meanSquareOfSine = 0.5;
    const auto filters = thirdOctaveFilters (rate);

    for (std::size_t band = 0; band < numThirdOctaves; ++band)
    {
        if (! filters[band])
            continue;

        for (std::size_t i = 0; i < 3; ++i)
        {
            minusA1[i][band] = -filters[band]->resonators[i].a1;
            minusA2[i][band] = -filters[band]->resonators[i].a2;
        }

        // The filter's gain and the low-passes' are left to the end, where they cost nothing.
        smoothing[band] = std::exp (-1.0 / (rate.hertz * smoothingSeconds (band)));
        scale[band] = powerOf (fullScale.dbSpl) / meanSquareOfSine
                      * std::pow (filters[band]->gain, 2.0) * std::pow (1.0 - smoothing[band], 3.0);
    }
}

PowerLoudness::PowerLoudness (SoundField field)
{
    for (std::size_t range = 0; range < numLowRanges; ++range)
        for (std::size_t i = 0; i < numLowThirdOctaves; ++i)
        {
            lowWeight[range][i] = static_cast<float> (powerOf (lowWeightDb[range][i]));

            if (range + 1 < numLowRanges)
                lowRangeEnd[range][i] = static_cast<float> (
                    powerOf (lowRangeEndDb[range] - lowWeightDb[range][i]));
        }

    for (std::size_t band = 0; band < numCriticalBands; ++band)
    {
        const double inside = -transmissionLossDb[band]
                              + (field == SoundField::diffuse ? diffuseFieldGainDb[band] : 0.0);
        const double aboveThreshold = inside - thresholdInQuietDb[band];
        threshold[band] = static_cast<float> (powerOf (-aboveThreshold));
        excitation[band] = static_cast<float> (
            0.25 * powerOf (aboveThreshold - bandwidthExcessDb[band]));
        size[band] = static_cast<float> (0.0635
                                         * std::pow (10.0, 0.025 * thresholdInQuietDb[band]));
    }
}

#if defined(__x86_64__)

LoudnessArithmetic avx2LoudnessArithmetic(); // LoudnessArithmeticAvx2.cpp

LoudnessArithmetic fastestLoudnessArithmetic()
{
    const auto hasAvx2 = __builtin_cpu_supports ("avx2") && __builtin_cpu_supports ("fma");
    return hasAvx2 ? avx2LoudnessArithmetic() : portableLoudnessArithmetic();
}

#else

LoudnessArithmetic fastestLoudnessArithmetic() { return portableLoudnessArithmetic(); }

#endif

LoudnessArithmetic portableLoudnessArithmetic() { return loudnessArithmetic; }

} // namespace hearing
