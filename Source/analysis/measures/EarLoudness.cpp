// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/measures/EarLoudness.h"

#include "hearing/LoudnessOverTime.h"
#include "hearing/Sharpness.h"

#include <algorithm>

namespace analysis
{

namespace
{

constexpr std::size_t stepsPerBark = hearing::barkSteps / HopLoudness::numBands;
constexpr double soundingShare = 0.1;

HopLoudness hopLoudness (const hearing::LoudnessPattern& pattern)
{
    HopLoudness result;
    result.sone = static_cast<float> (pattern.sone);
    result.sharpnessAcum = static_cast<float> (
        hearing::sharpness (pattern.specific).value_or (0.0));
    float sum = 0.0f;

    for (std::size_t step = 0; step < hearing::barkSteps; ++step)
    {
        result.perBark[step / stepsPerBark] += pattern.specific[step];
        sum += pattern.specific[step];
    }

    // The total is not quite the sum of the steps, and two ears are not the mean of both.
    for (float& band : result.perBark)
        band *= sum > 0.0f ? result.sone / sum : 0.0f;

    return result;
}

} // namespace

double HopLoudness::between (double lowBark, double highBark) const
{
    double sum = 0.0;

    for (std::size_t band = 0; band < numBands; ++band)
    {
        const auto start = static_cast<double> (band);
        const double share = std::min (highBark, start + 1.0) - std::max (lowBark, start);
        sum += static_cast<double> (perBark[band]) * std::max (0.0, share);
    }

    return sum;
}

std::vector<HopLoudness> earLoudness (const EarLevels& levels)
{
    std::vector<HopLoudness> result;
    result.reserve (levels.thirdOctaves.size());

    for (std::size_t hop = 0; hop < levels.thirdOctaves.size(); ++hop)
        result.push_back (hopLoudness (patternOf (levels, hop)));

    return result;
}

std::vector<bool> soundingHops (std::span<const HopLoudness> hops)
{
    std::vector<float> sones (hops.size());
    std::ranges::transform (hops, sones.begin(), &HopLoudness::sone);
    const double loudest = hearing::valueExceeded (sones, 5.0);
    std::vector<bool> sounding (hops.size());

    for (std::size_t hop = 0; hop < hops.size(); ++hop)
        sounding[hop] = sones[hop] > 0.0f && sones[hop] >= soundingShare * loudest;

    return sounding;
}

} // namespace analysis
