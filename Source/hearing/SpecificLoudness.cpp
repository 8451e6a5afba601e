// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/SpecificLoudness.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hearing
{
namespace
{

constexpr double phonOfOneSone = 40.0;
constexpr double phonPerDoubling = 10.0;
constexpr double faintExponent = 0.35;
constexpr double faintOffsetSone = 0.0005;
constexpr double thresholdPhon = 3.0;

} // namespace

double totalLoudness (const SpecificLoudness& specific)
{
    return barkPerStep * std::accumulate (specific.begin(), specific.end(), 0.0);
}

double loudnessLevelPhon (double sone)
{
    if (sone >= 1.0)
        return phonOfOneSone + phonPerDoubling * std::log2 (sone);

    const double heard = sone > 0.0 ? sone : 0.0; // NaN is silence
    return std::max (thresholdPhon,
                     phonOfOneSone * std::pow (heard + faintOffsetSone, faintExponent));
}

double soneOfPhon (double phon)
{
    if (phon >= phonOfOneSone)
        return std::exp2 ((phon - phonOfOneSone) / phonPerDoubling);

    if (! (phon > thresholdPhon))
        return 0.0;

    return std::pow (phon / phonOfOneSone, 1.0 / faintExponent) - faintOffsetSone;
}

} // namespace hearing
