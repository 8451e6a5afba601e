// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/StationaryLoudness.h"

#include "hearing/LoudnessSlopes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace hearing
{
namespace
{

constexpr double silent = -HUGE_VAL;

ThirdOctaveLevels allAt (double levelDb)
{
    ThirdOctaveLevels levels {};
    levels.fill (levelDb);
    return levels;
}

ThirdOctaveLevels only (std::size_t band, double levelDb)
{
    auto levels = allAt (silent);
    levels[band] = levelDb;
    return levels;
}

constexpr std::size_t oneKilohertz = 16;

/** Σ (place + 1) · value: exact for decimal tables, and different when two entries change places. */
template <typename Table>
double fingerprint (const Table& table)
{
    double sum = 0.0, place = 0.0;

    for (const double value : table)
        sum += ++place * value;

    return sum;
}

template <typename Table>
double fingerprintOfRows (const Table& table)
{
    double sum = 0.0, place = 0.0;

    for (const auto& row : table)
        sum += ++place * fingerprint (row);

    return sum;
}

TEST (CriticalBands, haveTheTablesOfTheStandard)
{
    EXPECT_NEAR (fingerprint (thresholdInQuietDb), 794.0, 1e-9);
    EXPECT_NEAR (fingerprint (transmissionLossDb), 55.6, 1e-9);
    EXPECT_NEAR (fingerprint (diffuseFieldGainDb), 314.5, 1e-9);
    EXPECT_NEAR (fingerprint (bandwidthExcessDb), 171.95, 1e-9);
    EXPECT_NEAR (fingerprint (upperLimitBark), 3842.0, 1e-9);
    EXPECT_NEAR (fingerprint (lowRangeEndDb), 3234.0, 1e-9);
    EXPECT_NEAR (fingerprintOfRows (lowWeightDb), -6252.0, 1e-9);
    EXPECT_NEAR (fingerprint (slopeRangeEnd), 344.255, 1e-9);
    EXPECT_NEAR (fingerprintOfRows (slopeSteepness), 4983.45, 1e-9);
}

TEST (CriticalBands, weighBassLessWhenItIsFaint)
{
    EXPECT_EQ (lowFrequencyWeightDb (0, 60.0), -32.0);
    EXPECT_EQ (lowFrequencyWeightDb (0, 77.0), -32.0); // weighted, 45 dB
    EXPECT_EQ (lowFrequencyWeightDb (0, 77.1), -29.0);
    EXPECT_EQ (lowFrequencyWeightDb (0, 115.0), -18.0);
    EXPECT_EQ (lowFrequencyWeightDb (0, 150.0), -15.0);
    EXPECT_EQ (lowFrequencyWeightDb (5, 150.0), 0.0);
}

TEST (CriticalBands, addUpTheThirdOctavesOfALowBand)
{
    auto levels = allAt (silent);
    levels[9] = 62.0;  // −2 dB
    levels[10] = 60.0; // no weight
    EXPECT_NEAR (
        criticalBandLevels (levels, SoundField::free)[2], 60.0 + 10.0 * std::log10 (2.0), 1e-9);
}

TEST (CriticalBands, differBetweenFreeAndDiffuseFieldAsTabled)
{
    const auto levels = allAt (70.0);
    const auto free = criticalBandLevels (levels, SoundField::free);
    const auto diffuse = criticalBandLevels (levels, SoundField::diffuse);

    for (std::size_t band = 0; band < numCriticalBands; ++band)
        EXPECT_NEAR (diffuse[band] - free[band], diffuseFieldGainDb[band], 1e-9);
}

TEST (CoreLoudness, beginsAtTheThreshold)
{
    const CoreLoudnessBand band { 20.0, 0.0 };
    EXPECT_EQ (coreLoudness (20.0, band), 0.0);
    EXPECT_GT (coreLoudness (20.1, band), 0.0);
    EXPECT_EQ (coreLoudness (silent, band), 0.0);
    EXPECT_EQ (coreLoudness (20.1, { 20.0, 0.5 }), 0.0) << "below threshold once it is narrowed";
}

TEST (CoreLoudness, growsByTheFourthRootOfPower)
{
    const CoreLoudnessBand band { 3.0, 0.0 };
    const double perSixteenTimesThePower = 10.0 * std::log10 (16.0);
    EXPECT_NEAR (coreLoudness (100.0 + perSixteenTimesThePower, band) / coreLoudness (100.0, band),
                 2.0,
                 0.01);
}

TEST (CoreLoudness, countsLessOfTheLowestBandWhenItIsFaint)
{
    EXPECT_NEAR (lowestBandWeight (0.0), 0.4, 1e-12);
    EXPECT_NEAR (lowestBandWeight (1.0), 0.72, 1e-12);
    EXPECT_EQ (lowestBandWeight (40.0), 1.0);
}

TEST (LoudnessSlopes, leaveAFlatPatternFlat)
{
    CoreLoudness core {};
    core.fill (2.0);
    const auto pattern = withSlopes (core);
    EXPECT_NEAR (pattern.sone, 48.0, 1e-9);

    for (const auto value : pattern.specific)
        EXPECT_EQ (value, 2.0f);
}

/** The definition, in steps of a ten-thousandth of a Bark. */
double slowLoudness (const CoreLoudness& core)
{
    constexpr double step = 1e-4;
    double level = 0.0, sum = 0.0;
    std::size_t band = 0;

    for (int i = 0; i < 240000; ++i)
    {
        if (i * step >= upperLimitBark[band] - step / 2)
            ++band;

        const double steepness =
            band == 0 ? 0.0
                      : slopeSteepness[slopeRange (level)][std::min<std::size_t> (band - 1, 7)];
        level = std::max (core[band], level - steepness * step);
        sum += level * step;
    }

    return sum;
}

TEST (LoudnessSlopes, fallAsTabledFromEveryBand)
{
    for (std::size_t band = 0; band < numCriticalBands; ++band)
        for (const double loudness : { 0.05, 0.7, 5.0, 30.0 })
        {
            CoreLoudness core {};
            core[band] = loudness;
            core[numCriticalBands - 1] += 0.02;
            const double expected = slowLoudness (core);
            EXPECT_NEAR (withSlopes (core).sone, expected, 0.002 + 1e-4 * expected)
                << band << " " << loudness;
        }
}

TEST (LoudnessSlopes, giveEveryStepOfThePattern)
{
    CoreLoudness core {};
    core[3] = 1.0;
    const auto pattern = withSlopes (core);
    EXPECT_EQ (pattern.specific[27], 0.0f); // 2.8 Bark, the end of the band below
    EXPECT_EQ (pattern.specific[28], 1.0f);
    EXPECT_EQ (pattern.specific[34], 1.0f);                // 3.5 Bark
    EXPECT_NEAR (pattern.specific[35], 1.0 - 0.063, 1e-6); // the fifth band, from 0.82 up
    EXPECT_NEAR (totalLoudness (pattern.specific), pattern.sone, 0.03 * pattern.sone);
}

TEST (StationaryLoudness, doublesEveryTenDecibelsWhenLoudEnough)
{
    const double at50 = stationaryLoudness (only (oneKilohertz, 50.0), SoundField::free).sone;
    const double at60 = stationaryLoudness (only (oneKilohertz, 60.0), SoundField::free).sone;
    const double at70 = stationaryLoudness (only (oneKilohertz, 70.0), SoundField::free).sone;
    EXPECT_NEAR (at60 / at50, 2.0, 0.06);
    EXPECT_NEAR (at70 / at60, 2.0, 0.06);
}

TEST (StationaryLoudness, givesSilenceNoLoudness)
{
    for (const double level : { silent, -60.0, -1e300, std::nan ("") })
        EXPECT_EQ (stationaryLoudness (allAt (level), SoundField::diffuse), StationaryLoudness {});
}

TEST (StationaryLoudness, neverLetsNonsenseOut)
{
    for (const double level : { std::numeric_limits<double>::infinity(), 1e300, 300.0 })
    {
        const auto loudness = stationaryLoudness (allAt (level), SoundField::free);
        EXPECT_TRUE (std::isfinite (loudness.sone));
        EXPECT_TRUE (std::isfinite (totalLoudness (loudness.specific)));
    }
}

TEST (StationaryLoudness, growsWithEveryBand)
{
    const double before = stationaryLoudness (allAt (60.0), SoundField::free).sone;

    for (std::size_t band = 0; band < numThirdOctaves; ++band)
    {
        auto levels = allAt (60.0);
        levels[band] += 6.0;
        EXPECT_GT (stationaryLoudness (levels, SoundField::free).sone, before) << band;
    }
}

TEST (SpecificLoudness, knowsPhonAndSone)
{
    EXPECT_EQ (loudnessLevelPhon (1.0), 40.0);
    EXPECT_EQ (loudnessLevelPhon (4.0), 60.0);
    EXPECT_NEAR (loudnessLevelPhon (0.1), 40.0 * std::pow (0.1005, 0.35), 1e-12);
    EXPECT_EQ (loudnessLevelPhon (0.0), 3.0);
    EXPECT_EQ (loudnessLevelPhon (std::nan ("")), 3.0);
    EXPECT_EQ (soneOfPhon (3.0), 0.0);
    EXPECT_EQ (soneOfPhon (std::nan ("")), 0.0);

    for (const double sone : { 0.001, 0.01, 0.3, 0.9, 1.0, 3.0, 100.0 })
        EXPECT_NEAR (soneOfPhon (loudnessLevelPhon (sone)), sone, 1e-9 * sone);
}

} // namespace
} // namespace hearing
