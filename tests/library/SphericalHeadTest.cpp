// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/SphericalHead.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace
{

using library::Ear;
using library::incidence;

constexpr double infinitelyFar = std::numeric_limits<double>::infinity();

double levelDb (double angleDegrees, double distance, double frequency)
{
    const auto pressure = library::sphericalHeadPressure (
        { angleDegrees * std::numbers::pi / 180.0, distance }, { frequency });
    return 20.0 * std::log10 (std::abs (pressure));
}

double delayDifference (double azimuth)
{
    const units::Position source { { azimuth, 0.0 }, infinitelyFar };
    return library::sphericalHeadDelay (incidence (Ear::right, source)).value
           - library::sphericalHeadDelay (incidence (Ear::left, source)).value;
}

} // namespace

// Woodworth: a/c (θ + sin θ); 0.26 ms at 30° and 0.66 ms at 90° for a radius of 87.5 mm.
TEST (SphericalHead, interauralDelayIsWoodworths)
{
    for (const double azimuth : { 0.0, 30.0, 60.0, 90.0 })
    {
        const double angle = azimuth * std::numbers::pi / 180.0;
        const double expected = library::headRadiusMetres / library::speedOfSoundMetresPerSecond
                                * (angle + std::sin (angle));
        EXPECT_NEAR (delayDifference (azimuth), expected, 1.0e-9) << azimuth;
    }

    EXPECT_NEAR (delayDifference (30.0), 0.261e-3, 1.0e-6);
    EXPECT_NEAR (delayDifference (90.0), 0.655e-3, 1.0e-6);
}

TEST (SphericalHead, isNoObstacleToLongWaves)
{
    for (const double angle : { 0.0, 45.0, 90.0, 180.0 })
        EXPECT_NEAR (levelDb (angle, infinitelyFar, 20.0), 0.0, 0.01) << angle;
}

TEST (SphericalHead, doublesThePressureOfShortWavesThatHitItStraight)
{
    EXPECT_NEAR (levelDb (0.0, infinitelyFar, 15000.0), 6.02, 0.2);
}

// Right behind the sphere all ways round are equally long: the bright spot.
TEST (SphericalHead, hasABrightSpotBehind)
{
    EXPECT_GT (levelDb (180.0, infinitelyFar, 3000.0),
               levelDb (150.0, infinitelyFar, 3000.0) + 3.0);
}

TEST (SphericalHead, aFarPointSourceIsAPlaneWave)
{
    for (const double frequency : { 100.0, 1000.0, 8000.0 })
        for (const double angle : { 0.0, 60.0, 120.0, 180.0 })
            EXPECT_NEAR (
                levelDb (angle, 100.0, frequency), levelDb (angle, infinitelyFar, frequency), 0.2)
                << frequency << " Hz, " << angle;
}

// The potential of a point source on a rigid sphere is not static at long waves: with the source on
// the axis, the near ear gains and the far ear loses. The series for ka → 0 is
// Σ (2m+1)/(m+1) · ρ^{−m} · P_m(cos θ).
TEST (SphericalHead, nearSourcesHaveALevelDifferenceAtLongWavesToo)
{
    const double ratio = 0.25 / library::headRadiusMetres;

    const auto staticLimit = [&] (double cosine) {
        double sum = 0.0;

        for (int m = 0; m < 40; ++m)
            sum += (2.0 * m + 1.0) / (m + 1.0) * std::pow (ratio, -m)
                   * std::legendre (static_cast<unsigned> (m), cosine);

        return 20.0 * std::log10 (sum);
    };

    EXPECT_NEAR (levelDb (0.0, 0.25, 10.0), staticLimit (1.0), 0.02);
    EXPECT_NEAR (levelDb (180.0, 0.25, 10.0), staticLimit (-1.0), 0.02);
    EXPECT_GT (levelDb (0.0, 0.25, 10.0) - levelDb (180.0, 0.25, 10.0), 8.0);
}

TEST (SphericalHead, soundReachesTheNearEarFirst)
{
    for (const double distance : { 0.2, 1.0, infinitelyFar })
    {
        const units::Position source { { 90.0, 0.0 }, distance };
        EXPECT_LT (library::sphericalHeadDelay (incidence (Ear::left, source)).value, 0.0);
        EXPECT_GT (library::sphericalHeadDelay (incidence (Ear::right, source)).value, 0.0);
    }
}

// At long waves the phase delay of the sphere is 1.5 a/c cos θ (Kuhn 1977), leading on the near side.
TEST (SphericalHead, phaseLeadsOnTheNearSide)
{
    const double frequency = 50.0;
    const auto pressure = library::sphericalHeadPressure ({ 0.0, infinitelyFar }, { frequency });
    const double lead = std::arg (pressure) / (2.0 * std::numbers::pi * frequency);

    EXPECT_NEAR (
        lead, 1.5 * library::headRadiusMetres / library::speedOfSoundMetresPerSecond, 2.0e-6);
}

TEST (SphericalHead, nearSourcesAreSeenFromEachEar)
{
    const units::Position ahead { { 0.0, 0.0 }, 0.3 };
    const auto left = library::directionSeenFromEar (Ear::left, ahead, 1.4);
    const auto right = library::directionSeenFromEar (Ear::right, ahead, 1.4);

    EXPECT_LT (left.azimuthDegrees, -8.0);
    EXPECT_NEAR (left.azimuthDegrees, -right.azimuthDegrees, 1.0e-9);

    const units::Position far { { 40.0, 20.0 }, 1.4 };
    const auto same = library::directionSeenFromEar (Ear::left, far, 1.4);
    EXPECT_NEAR (same.azimuthDegrees, 40.0, 1.0e-6);
    EXPECT_NEAR (same.elevationDegrees, 20.0, 1.0e-6);
}
