// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/HrtfSet.h"

#include "dsp/MinimumPhaseSpectrum.h"
#include "library/DistanceVariation.h"
#include "units/Precondition.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numbers>

namespace library
{

namespace
{

// signal-chain, section 0: the rigid sphere up to here, the data from there on.
constexpr double sphereUpToHz = 100.0;
constexpr double dataFromHz = 300.0;

/** 0 below 100 Hz, 1 above 300 Hz, smooth over log frequency between. */
double trustInData (double frequencyHz)
{
    if (frequencyHz <= sphereUpToHz)
        return 0.0;

    const double way = std::log (frequencyHz / sphereUpToHz) / std::log (dataFromHz / sphereUpToHz);
    return way >= 1.0 ? 1.0 : 0.5 - 0.5 * std::cos (std::numbers::pi * way);
}

units::Position outsideTheHead (units::Position source)
{
    source.distanceMetres = std::max (source.distanceMetres, nearestSourceMetres);
    return source;
}

/** Turns the phase below 300 Hz into that of the rigid sphere, its delay taken out. */
void blendPhaseIntoSphere (std::vector<std::complex<double>>& bins,
                           const Incidence& incidence,
                           double binHz,
                           double delaySeconds)
{
    for (std::size_t k = 1; k < bins.size(); ++k)
    {
        const double frequency = binHz * static_cast<double> (k);
        const double trust = trustInData (frequency);

        if (trust >= 1.0)
            return;

        const auto turn = std::polar (1.0, 2.0 * std::numbers::pi * frequency * delaySeconds);
        const double sphere = std::arg (sphericalHeadPressure (incidence, { frequency }) * turn);
        const double phase = trust * std::arg (bins[k]) + (1.0 - trust) * sphere;
        bins[k] = std::polar (std::abs (bins[k]), phase);
    }
}

} // namespace

std::size_t HrtfSet::transformSize (units::SampleRate rate)
{
    return std::bit_ceil (rate.framesIn ({ 0.016 }));
}

std::array<HrtfSet::Neighbour, 4> HrtfSet::neighbours (const Point& unit) const
{
    constexpr std::size_t wanted = 4;
    std::array<std::pair<double, const MeasuredDirection*>, wanted + 1> nearest;
    nearest.fill ({ std::numeric_limits<double>::infinity(), nullptr });

    for (const auto& direction : directions)
    {
        const double away = length (direction.unit - unit);

        if (away >= nearest.back().first)
            continue;

        nearest.back() = { away, &direction };
        std::inplace_merge (nearest.begin(), nearest.end() - 1, nearest.end());
    }

    // Franke and Little's weights fall to zero at the fifth nearest; a little beyond it, so that
    // five at the same distance still weigh something.
    const double reach = 1.001 * nearest.back().first;
    std::array<Neighbour, wanted> around {};
    double sum = 0.0;

    for (std::size_t n = 0; n < wanted; ++n)
    {
        const double away = std::max (nearest[n].first, 1.0e-6);
        const double weight = std::pow ((reach - away) / (reach * away), 2.0);
        around[n] = { nearest[n].second, weight };
        sum += weight;
    }

    for (auto& neighbour : around)
        neighbour.weight /= sum;

    return around;
}

std::vector<double> HrtfSet::levels (const std::array<Neighbour, 4>& around,
                                     Ear ear,
                                     double binHz,
                                     std::size_t count) const
{
    const std::size_t points = directions.front().ears[0].levelsDb.size();
    std::vector<double> blend (points);

    for (const auto& neighbour : around)
        for (std::size_t n = 0; n < points; ++n)
            blend[n] += neighbour.weight * neighbour.direction->ears[indexOf (ear)].levelsDb[n];

    std::vector<double> levelsDb (count);

    for (std::size_t k = 0; k < count; ++k)
    {
        const double frequency = binHz * static_cast<double> (k);
        const double where = std::min (frequency / stepHz, static_cast<double> (points - 1));
        const auto below = std::min (static_cast<std::size_t> (where), points - 2);
        const double fraction = where - static_cast<double> (below);
        levelsDb[k] = trustInData (frequency)
                      * (blend[below] + fraction * (blend[below + 1] - blend[below]));
    }

    return levelsDb;
}

EarArrivals HrtfSet::arrivals (const units::Position& from,
                               units::SampleRate rate,
                               const dsp::DesignFft& fft) const
{
    PRECONDITION (fft.size() == transformSize (rate));
    const auto source = outsideTheHead (from);
    const bool isNear = source.distanceMetres < distance;
    const double binHz = static_cast<double> (rate.hertz) / static_cast<double> (fft.size());
    EarArrivals result;

    for (const Ear ear : eitherEar)
    {
        const auto direction = isNear ? directionSeenFromEar (ear, source, distance)
                                      : source.direction;
        const auto around = neighbours (unitVector (direction));
        auto levelsDb = levels (around, ear, binHz, fft.numBins());

        if (isNear)
        {
            const DistanceVariation variation { ear, source, distance };

            for (std::size_t k = 0; k < levelsDb.size(); ++k)
                levelsDb[k] += variation.levelDbAt (binHz * static_cast<double> (k));
        }

        double delay = sphericalHeadDelay (incidence (ear, source)).value;

        for (const auto& neighbour : around)
            delay += neighbour.weight * neighbour.direction->ears[indexOf (ear)].excessSeconds;

        auto& bins = result.bins[indexOf (ear)];
        bins = dsp::minimumPhaseSpectrum (levelsDb, fft);
        blendPhaseIntoSphere (bins, incidence (ear, source), binHz, delay);
        result.delaySeconds[indexOf (ear)] = delay;
    }

    return result;
}

} // namespace library
