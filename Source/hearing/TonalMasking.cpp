// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/TonalMasking.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hearing
{
namespace
{

constexpr int bandsBelow = 8; // as far down as an upper slope can reach from
constexpr int bandsAbove = 3;
constexpr std::size_t numBands = bandsBelow + 1 + bandsAbove;

constexpr double lowerSlope = 27.0;

double upperSlope (double frequencyHz, double levelDb)
{
    return std::max (4.0, 24.0 + 230.0 / frequencyHz - 0.2 * levelDb);
}

/** The maskers of one band, 1 Bark wide. */
struct Band
{
    double power = 0.0;
    double moment = 0.0; ///< power times frequency

    double centreHz() const { return moment / power; }
};

std::array<Band, numBands> bandsAround (double toneBark, std::span<const PartialPower> maskers)
{
    std::array<Band, numBands> bands {};

    for (const auto& masker : maskers)
    {
        if (masker.frequencyHz < 20.0)
            continue;

        const double away = criticalBandRate (masker.frequencyHz) - toneBark;
        const auto band = static_cast<int> (std::floor (away + 0.5)) + bandsBelow;

        if (band >= 0 && band < static_cast<int> (numBands))
        {
            bands[static_cast<std::size_t> (band)].power += masker.power;
            bands[static_cast<std::size_t> (band)].moment += masker.power * masker.frequencyHz;
        }
    }

    return bands;
}

} // namespace

double criticalBandRate (double frequencyHz)
{
    const double z = 26.81 * frequencyHz / (1960.0 + frequencyHz) - 0.53;
    return z < 2.0 ? z + 0.15 * (2.0 - z) : z;
}

double maskingIndexDb (double frequencyHz)
{
    return -2.0 - std::log10 (1.0 + std::pow (frequencyHz / 502.0, 2.5));
}

double
maskedThresholdPower (double toneHz, std::span<const PartialPower> maskers, double fullScaleDbSpl)
{
    const auto bands = bandsAround (criticalBandRate (toneHz), maskers);
    double sum = 0.0;

    for (std::size_t i = 0; i < numBands; ++i)
    {
        if (! (bands[i].power > 0.0))
            continue;

        const int away = bandsBelow - static_cast<int> (i); // of the tone from the band, in Bark
        const double levelDb = 10.0 * std::log10 (bands[i].power) + fullScaleDbSpl;
        const double lossDb = away >= 0 ? away * upperSlope (bands[i].centreHz(), levelDb)
                                        : -away * lowerSlope;
        sum += bands[i].power * std::pow (10.0, -0.1 * lossDb);
    }

    return sum * std::pow (10.0, 0.1 * maskingIndexDb (toneHz));
}

} // namespace hearing
