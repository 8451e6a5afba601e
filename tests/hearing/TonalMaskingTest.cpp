// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/TonalMasking.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace hearing
{
namespace
{

constexpr double fullScale = 100.0;

double levelDb (double power) { return 10.0 * std::log10 (power) + fullScale; }

/** Steady noise of so many dB SPL per hertz. */
std::vector<PartialPower> noise (double lowHz, double highHz, double densityDb)
{
    std::vector<PartialPower> powers;

    for (double hz = lowHz; hz <= highHz; hz += 1.0)
        powers.push_back ({ hz, std::pow (10.0, 0.1 * (densityDb - fullScale)) });

    return powers;
}

TEST (TonalMasking, hasThePublishedCriticalBandRates)
{
    // Borders of the critical bands (Zwicker 1961).
    for (const auto& [hz, bark] : { std::pair { 300.0, 3.0 },
                                    { 510.0, 5.0 },
                                    { 920.0, 8.0 },
                                    { 2000.0, 13.0 },
                                    { 4400.0, 18.0 } })
        EXPECT_NEAR (criticalBandRate (hz), bark, 0.1) << hz;

    EXPECT_NEAR (criticalBandRate (100.0), 1.0, 0.2);
}

TEST (TonalMasking, hasAnIndexFromMinusTwoToMinusSixDecibels)
{
    EXPECT_NEAR (maskingIndexDb (50.0), -2.0, 0.05);
    EXPECT_NEAR (maskingIndexDb (20000.0), -6.0, 0.05);
}

TEST (TonalMasking, putsATonesThresholdInWhiteNoiseWhereItIsMeasured)
{
    // 17 dB above the density below 500 Hz, 10 dB per decade more above (Zwicker & Fastl, §4.1.1).
    for (const double hz : { 150.0, 250.0, 500.0, 1000.0 })
    {
        const double measured = 17.0 + 10.0 * std::log10 (std::max (1.0, hz / 500.0));
        EXPECT_NEAR (levelDb (maskedThresholdPower (hz, noise (20.0, 4000.0, 30.0), fullScale))
                         - 30.0,
                     measured,
                     2.5)
            << hz;
    }
}

TEST (TonalMasking, spreadsFartherUpwardsTheLouderTheMasker)
{
    const auto thresholdAt = [] (double hz, double densityDb) {
        return levelDb (maskedThresholdPower (hz, noise (200.0, 300.0, densityDb), fullScale))
               - densityDb;
    };

    EXPECT_GT (thresholdAt (700.0, 60.0), thresholdAt (700.0, 30.0) + 15.0);
    EXPECT_NEAR (thresholdAt (100.0, 60.0), thresholdAt (100.0, 30.0), 0.1);
    EXPECT_LT (thresholdAt (700.0, 60.0), thresholdAt (400.0, 60.0));
}

TEST (TonalMasking, isNothingWithoutMaskers)
{
    EXPECT_EQ (maskedThresholdPower (100.0, {}, fullScale), 0.0);
    EXPECT_EQ (maskedThresholdPower (100.0, noise (5.0, 19.0, 80.0), fullScale), 0.0);
    EXPECT_GT (maskedThresholdPower (100.0, noise (20.0, 90.0, 80.0), fullScale), 0.0);
}

} // namespace
} // namespace hearing
