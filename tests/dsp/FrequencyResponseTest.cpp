// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/FrequencyResponse.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace dsp
{
namespace
{

using namespace units::literals;

FrequencyResponse good (std::vector<double> frequencies, std::vector<double> levels)
{
    auto response = FrequencyResponse::fromPoints (std::move (frequencies), std::move (levels));
    EXPECT_TRUE (response) << response.problem().sentence();
    return std::move (response).value();
}

std::string complaint (std::vector<double> frequencies, std::vector<double> levels)
{
    const auto response = FrequencyResponse::fromPoints (std::move (frequencies),
                                                         std::move (levels));

    if (response)
        return "";

    EXPECT_EQ (response.problem().kind, units::Problem::Kind::invalidValue);
    EXPECT_FALSE (response.problem().cure.empty());
    EXPECT_TRUE (response.problem().where.empty());
    return response.problem().what;
}

TEST (FrequencyResponse, isStraightInDecibelsOverLogFrequency)
{
    const auto response = good ({ 100.0, 1600.0, 3200.0 }, { -6.0, 6.0, 0.0 });

    EXPECT_DOUBLE_EQ (response.levelDbAt (100.0), -6.0);
    EXPECT_NEAR (response.levelDbAt (400.0), 0.0, 1e-12);
    EXPECT_NEAR (response.levelDbAt (800.0), 3.0, 1e-12);
    EXPECT_DOUBLE_EQ (response.levelDbAt (1600.0), 6.0);
    EXPECT_NEAR (response.levelDbAt (1600.0 * std::sqrt (2.0)), 3.0, 1e-12);
}

TEST (FrequencyResponse, holdsTheEndValuesOutside)
{
    const auto response = good ({ 100.0, 1000.0 }, { -3.0, 5.0 });

    EXPECT_DOUBLE_EQ (response.levelDbAt (0.0), -3.0);
    EXPECT_DOUBLE_EQ (response.levelDbAt (1.0), -3.0);
    EXPECT_DOUBLE_EQ (response.levelDbAt (1e6), 5.0);
}

TEST (FrequencyResponse, namesTheFirstOffendingPoint)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();

    EXPECT_THAT (complaint ({ 20.0, nan }, { 0.0, 0.0 }), testing::HasSubstr ("Point 2 "));
    EXPECT_THAT (complaint ({ 20.0, 30.0 }, { -infinity, 0.0 }), testing::HasSubstr ("Point 1 "));
    EXPECT_THAT (complaint ({ 0.0, 30.0 }, { 0.0, 0.0 }), testing::HasSubstr ("Point 1 "));
    EXPECT_THAT (complaint ({ -5.0, 30.0 }, { 0.0, 0.0 }), testing::HasSubstr ("Point 1 "));
    EXPECT_THAT (complaint ({ 20.0, 30.0, 30.0, 10.0 }, { 0.0, 0.0, 0.0, 0.0 }),
                 testing::HasSubstr ("Point 3 "));
    EXPECT_THAT (complaint ({ 20.0, 30.0, 25.0 }, { 0.0, 0.0, 0.0 }),
                 testing::HasSubstr ("Point 3 "));
    EXPECT_THAT (complaint ({ 20.0 }, { 0.0 }), testing::HasSubstr ("at least two"));
    EXPECT_THAT (complaint ({}, {}), testing::HasSubstr ("at least two"));
    EXPECT_THAT (complaint ({ 20.0, 30.0 }, { 0.0 }), testing::HasSubstr ("2 frequencies"));
    EXPECT_EQ (complaint ({ 20.0, 30.0 }, { 0.0, 1.0 }), "");
}

TEST (FrequencyResponse, flatIsTheSameEverywhere)
{
    const auto response = FrequencyResponse::flat (-2.5_dB);

    for (const double frequency : { 0.0, 1.0, 20.0, 997.0, 20000.0, 96000.0 })
        EXPECT_DOUBLE_EQ (response.levelDbAt (frequency), -2.5);
}

TEST (FrequencyResponse, meanGivesEveryOctaveTheSameWeight)
{
    // 0 dB up to 1 kHz, then a ramp of 2 dB per octave.
    const auto response = good ({ 500.0, 1000.0, 4000.0 }, { 0.0, 0.0, 4.0 });

    EXPECT_NEAR (response.meanDb (1000.0_Hz, 4000.0_Hz), 2.0, 1e-12);
    EXPECT_NEAR (response.meanDb (250.0_Hz, 4000.0_Hz), 1.0, 1e-12);
    EXPECT_NEAR (response.meanDb (4000.0_Hz, 9000.0_Hz), 4.0, 1e-12);
    EXPECT_NEAR (response.meanDb (2000.0_Hz, 2000.0_Hz), 2.0, 1e-12);
}

TEST (FrequencyResponse, meanEqualsAFineRiemannSum)
{
    const auto response = good ({ 30.0, 90.0, 700.0, 2100.0, 9000.0 },
                                { 3.0, -8.0, 2.0, 2.5, -20.0 });
    double sum = 0.0;
    constexpr int steps = 200000;

    for (int i = 0; i < steps; ++i)
        sum += response.levelDbAt (25.0 * std::pow (12000.0 / 25.0, (i + 0.5) / steps));

    EXPECT_NEAR (response.meanDb (25.0_Hz, 12000.0_Hz), sum / steps, 1e-6);
}

TEST (FrequencyResponse, differenceAndSumAreTakenAtThePointsOfTheLeft)
{
    const auto left = good ({ 100.0, 200.0, 400.0 }, { 1.0, 2.0, 3.0 });
    const auto right = good ({ 100.0, 400.0 }, { 0.0, 4.0 });

    EXPECT_EQ (left - left, good ({ 100.0, 200.0, 400.0 }, { 0.0, 0.0, 0.0 }));
    EXPECT_THAT ((left - right).levelsDb(),
                 testing::Pointwise (testing::DoubleNear (1e-12), { 1.0, 0.0, -1.0 }));
    EXPECT_THAT ((left + right).levelsDb(),
                 testing::Pointwise (testing::DoubleNear (1e-12), { 1.0, 4.0, 7.0 }));
    EXPECT_EQ ((right - left).frequenciesHz().size(), 2u);
}

TEST (FrequencyResponse, raisingAddsOneLevelToAllPoints)
{
    EXPECT_EQ (good ({ 10.0, 20.0 }, { 1.0, -1.0 }).raisedBy (3.0_dB),
               good ({ 10.0, 20.0 }, { 4.0, 2.0 }));
}

TEST (FrequencyResponse, libraryGridHasTwentyFourPointsPerOctaveFromTwentyHertz)
{
    const auto grid = libraryGridHz();

    ASSERT_EQ (grid.size(), 240u);
    EXPECT_DOUBLE_EQ (grid[0], 20.0);
    EXPECT_NEAR (grid[24], 40.0, 1e-9);
    EXPECT_NEAR (grid[239], 20.0 * std::exp2 (239.0 / 24.0), 1e-9);
    EXPECT_LT (grid[239], 20000.0);
}

} // namespace
} // namespace dsp
