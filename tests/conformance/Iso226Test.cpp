// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/EqualLoudness.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace hearing
{
namespace
{

/** Contours of ISO 226:2003, annex B: levels in dB SPL at 20, 40, 60, 80 phon. */
struct Published
{
    double frequencyHz;
    std::array<double, 4> levelsDb;
    double thresholdDb;
};

constexpr std::array<Published, 29> table = { {
    { 20.0, { 89.58, 99.85, 109.51, 118.99 }, 78.5 },
    { 25.0, { 82.65, 93.94, 104.23, 114.23 }, 68.7 },
    { 31.5, { 75.98, 88.17, 99.08, 109.65 }, 59.5 },
    { 40.0, { 69.62, 82.63, 94.18, 105.34 }, 51.1 },
    { 50.0, { 64.02, 77.78, 89.96, 101.72 }, 44.0 },
    { 63.0, { 58.55, 73.08, 85.94, 98.36 }, 37.5 },
    { 80.0, { 53.19, 68.48, 82.05, 95.17 }, 31.5 },
    { 100.0, { 48.38, 64.37, 78.65, 92.48 }, 26.5 },
    { 125.0, { 43.94, 60.59, 75.56, 90.09 }, 22.1 },
    { 160.0, { 39.37, 56.70, 72.47, 87.82 }, 17.9 },
    { 200.0, { 35.51, 53.41, 69.86, 85.92 }, 14.4 },
    { 250.0, { 31.99, 50.40, 67.53, 84.31 }, 11.4 },
    { 315.0, { 28.69, 47.58, 65.39, 82.89 }, 8.6 },
    { 400.0, { 25.67, 44.98, 63.45, 81.68 }, 6.2 },
    { 500.0, { 23.43, 43.05, 62.05, 80.86 }, 4.4 },
    { 630.0, { 21.48, 41.34, 60.81, 80.17 }, 3.0 },
    { 800.0, { 20.10, 40.06, 59.89, 79.67 }, 2.2 },
    { 1000.0, { 20.01, 40.01, 60.01, 80.01 }, 2.4 },
    { 1250.0, { 21.46, 41.82, 62.15, 82.48 }, 3.5 },
    { 1600.0, { 21.40, 42.51, 63.19, 83.74 }, 1.7 },
    { 2000.0, { 18.15, 39.23, 59.96, 80.59 }, -1.3 },
    { 2500.0, { 15.38, 36.51, 57.26, 77.88 }, -4.2 },
    { 3150.0, { 14.26, 35.61, 56.42, 77.07 }, -6.0 },
    { 4000.0, { 15.14, 36.65, 57.57, 78.31 }, -5.4 },
    { 5000.0, { 18.63, 40.01, 60.89, 81.62 }, -1.5 },
    { 6300.0, { 25.02, 45.83, 66.36, 86.81 }, 6.0 },
    { 8000.0, { 31.52, 51.80, 71.66, 91.41 }, 12.6 },
    { 10000.0, { 34.43, 54.28, 73.16, 91.74 }, 13.9 },
    { 12500.0, { 33.04, 51.49, 68.63, 85.41 }, 12.3 },
} };

TEST (Iso226, givesThePublishedContours)
{
    for (const auto& [frequencyHz, levelsDb, thresholdDb] : table)
        for (std::size_t i = 0; i < levelsDb.size(); ++i)
        {
            const units::Phon loudness { 20.0 * static_cast<double> (i + 1) };
            EXPECT_NEAR (levelAtLoudness (loudness, { frequencyHz }).dbSpl, levelsDb[i], 0.02)
                << frequencyHz << " Hz, " << loudness.value << " phon";
        }
}

TEST (Iso226, givesThePublishedThresholds)
{
    for (const auto& published : table)
        EXPECT_NEAR (
            thresholdOfHearing ({ published.frequencyHz }).dbSpl, published.thresholdDb, 1e-9);
}

TEST (Iso226, readsThePhonsBackOffThePublishedContours)
{
    for (const auto& [frequencyHz, levelsDb, thresholdDb] : table)
        for (std::size_t i = 0; i < levelsDb.size(); ++i)
            EXPECT_NEAR (loudnessLevel ({ levelsDb[i] }, { frequencyHz })->value,
                         20.0 * static_cast<double> (i + 1),
                         0.02);
}

/** The third edition's parameters at six frequencies (α_f, L_U) and its formula (1). */
TEST (Iso226, isWithinFourTenthsOfADecibelOfTheEditionOf2023)
{
    struct Parameters
    {
        double frequencyHz, exponent, transferDb, thresholdDb;
    };

    constexpr std::array<Parameters, 6> thirdEdition = { { { 20.0, 0.635, -31.5, 78.1 },
                                                           { 40.0, 0.537, -19.3, 51.1 },
                                                           { 100.0, 0.433, -8.2, 26.5 },
                                                           { 1000.0, 0.300, 0.0, 2.4 },
                                                           { 2500.0, 0.290, 1.4, -4.2 },
                                                           { 8000.0, 0.303, -11.2, 12.6 } } };

    for (const auto& [frequencyHz, exponent, transferDb, thresholdDb] : thirdEdition)
        for (const double phon : { 20.0, 40.0, 60.0, 80.0 })
        {
            const double strength = std::pow (4e-10, 0.3 - exponent)
                                        * (std::pow (10.0, 0.03 * phon) - std::pow (10.0, 0.072))
                                    + std::pow (10.0, exponent * (thresholdDb + transferDb) / 10.0);
            const double expected = 10.0 / exponent * std::log10 (strength) - transferDb;

            EXPECT_NEAR (levelAtLoudness ({ phon }, { frequencyHz }).dbSpl, expected, 0.4)
                << frequencyHz << " Hz, " << phon << " phon";
        }
}

} // namespace
} // namespace hearing
