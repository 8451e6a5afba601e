// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/measures/EarBalance.h"

#include <algorithm>
#include <cmath>

namespace analysis
{

namespace
{

using hearing::numThirdOctaves;
using hearing::ThirdOctaveLevels;

constexpr std::size_t numNeighbours = 2; // on either side

// Silence has no shape.
constexpr double softestDbSpl = 0.0;

double powerOf (double db) { return std::pow (10.0, db / 10.0); }

ThirdOctaveLevels ofBothEars (const EarLevels::Ears& ears)
{
    ThirdOctaveLevels levels {};

    for (std::size_t band = 0; band < numThirdOctaves; ++band)
        levels[band] = std::max (softestDbSpl, 0.5 * (ears[0][band] + ears[1][band]));

    return levels;
}

double prominence (const ThirdOctaveLevels& levels, std::size_t band)
{
    double around = 0.0;

    for (std::size_t step = 1; step <= numNeighbours; ++step)
        around += levels[band - step] + levels[band + step];

    return levels[band] - around / (2.0 * numNeighbours);
}

double lowerQuartile (std::vector<float>& values)
{
    const auto place = values.begin() + static_cast<std::ptrdiff_t> (values.size() / 4);
    std::ranges::nth_element (values, place);
    return static_cast<double> (*place);
}

} // namespace

ThirdOctaveLevels longTermThirdOctaves (const EarLevels& levels)
{
    constexpr auto parts = dsp::narrow_bands::perThirdOctave;
    ThirdOctaveLevels result {};

    for (std::size_t band = 0; band < numThirdOctaves; ++band)
    {
        double power = 0.0;

        for (std::size_t part = band * parts; part < (band + 1) * parts; ++part)
            power += 0.5
                     * (powerOf (levels.longTermDbSpl[0][part])
                        + powerOf (levels.longTermDbSpl[1][part]));

        result[band] = 10.0 * std::log10 (power);
    }

    return result;
}

std::vector<double> steadyProminences (const EarLevels& levels, const std::vector<bool>& counts)
{
    std::vector<std::vector<float>> overTime (numThirdOctaves);

    for (std::size_t hop = 0; hop < levels.thirdOctaves.size(); ++hop)
    {
        if (! counts[hop])
            continue;

        const auto both = ofBothEars (levels.thirdOctaves[hop]);

        for (std::size_t band = numNeighbours; band + numNeighbours < numThirdOctaves; ++band)
            overTime[band].push_back (static_cast<float> (prominence (both, band)));
    }

    std::vector<double> result;
    result.reserve (numThirdOctaves);

    for (auto& values : overTime)
        result.push_back (values.empty() ? 0.0 : lowerQuartile (values));

    return result;
}

} // namespace analysis
