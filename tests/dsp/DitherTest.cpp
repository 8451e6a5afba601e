// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/Dither.h"

#include <gtest/gtest.h>

#include <limits>

namespace dsp
{
namespace
{

constexpr int numSamples = 400000;

struct ErrorStatistics
{
    double mean = 0.0;
    double variance = 0.0;
};

/** Error in steps when one value is quantised over and over. */
ErrorStatistics errorAt (double steps)
{
    Dither16 dither { 7 };
    ErrorStatistics error;

    for (int i = 0; i < numSamples; ++i)
    {
        const double difference = dither.quantised (steps / 32768.0) - steps;
        error.mean += difference / numSamples;
        error.variance += difference * difference / numSamples;
    }

    return error;
}

TEST (Dither16, makesTheErrorIndependentOfTheSignal)
{
    // A quarter of a square step: a twelfth for rounding and a sixth for the triangle.
    for (const double steps : { 0.0, 0.25, 0.5, -0.7, 1000.1, -12345.5 })
    {
        const auto error = errorAt (steps);
        EXPECT_NEAR (error.mean, 0.0, 0.004) << steps;
        EXPECT_NEAR (error.variance, 0.25, 0.004) << steps;
    }
}

TEST (Dither16, keepsASineBelowOneStepAlive)
{
    Dither16 dither { 1 };
    double correlation = 0.0;

    for (int i = 0; i < numSamples; ++i)
    {
        const double sine = std::sin (0.1 * i);
        correlation += 2.0 * sine * dither.quantised (0.3 * sine / 32768.0) / numSamples;
    }

    EXPECT_NEAR (correlation, 0.3, 0.01);
}

TEST (Dither16, isTheSameForTheSameSeed)
{
    Dither16 one { 42 };
    Dither16 same { 42 };
    Dither16 other { 43 };
    int different = 0;

    for (int i = 0; i < 1000; ++i)
    {
        const auto sample = one.quantised (0.1);
        ASSERT_EQ (sample, same.quantised (0.1));
        different += sample != other.quantised (0.1) ? 1 : 0;
    }

    EXPECT_GT (different, 300);
}

TEST (Dither16, clipsInsteadOfWrappingRound)
{
    Dither16 dither;

    EXPECT_EQ (dither.quantised (1.1), 32767);
    EXPECT_EQ (dither.quantised (-1.1), -32768);
    EXPECT_EQ (dither.quantised (std::numeric_limits<double>::quiet_NaN()), 0);
    EXPECT_EQ (dither.quantised (std::numeric_limits<double>::infinity()), 0);
    EXPECT_NEAR (dither.quantised (0.5), 16384, 1.6);
}

TEST (RandomNumbers, areAsTheirNamesSay)
{
    RandomNumbers random { 5 };
    double mean = 0.0;
    double variance = 0.0;
    double fourth = 0.0;
    double evenMean = 0.0;

    for (int i = 0; i < numSamples; ++i)
    {
        const double value = random.gaussian();
        mean += value / numSamples;
        variance += value * value / numSamples;
        fourth += value * value * value * value / numSamples;

        const double even = random.uniform();
        ASSERT_TRUE (even >= 0.0 && even < 1.0);
        evenMean += even / numSamples;
    }

    EXPECT_NEAR (mean, 0.0, 0.01);
    EXPECT_NEAR (variance, 1.0, 0.01);
    EXPECT_NEAR (fourth, 3.0, 0.1) << "the kurtosis of a Gaussian";
    EXPECT_NEAR (evenMean, 0.5, 0.003);
}

} // namespace
} // namespace dsp
