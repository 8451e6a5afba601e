// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/TwoEarCorrelation.h"

#include <gtest/gtest.h>

#include <cmath>

namespace hearing
{
namespace
{

TEST (TwoEarCorrelation, isOneInTheBassAndGoneAtFiveHundredHertz)
{
    EXPECT_NEAR (twoEarCorrelation (0.0), 1.0, 1e-12);
    EXPECT_GT (twoEarCorrelation (60.0), 0.95);
    EXPECT_NEAR (twoEarCorrelation (520.0), 0.0, 0.01);
    EXPECT_LT (std::abs (twoEarCorrelation (3000.0)), 0.05);
}

TEST (TwoEarCorrelation, ofTwoNumbersLeavesTheirPower)
{
    const std::complex<double> first { 1.0, 0.0 };
    const std::complex<double> second { 0.0, 1.0 };

    for (const double correlation : { -1.0, -0.2, 0.0, 0.6, 1.0 })
    {
        const auto pair = correlated (first, second, correlation);
        EXPECT_NEAR (std::norm (pair[0]), 1.0, 1e-12);
        EXPECT_NEAR (std::norm (pair[1]), 1.0, 1e-12);
        EXPECT_NEAR ((pair[0] * std::conj (pair[1])).real(), correlation, 1e-12);
    }
}

} // namespace
} // namespace hearing
