// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/IsCloseTo.h"

#include <gtest/gtest.h>

#include <limits>

namespace support
{
namespace
{

using namespace units::literals;

TEST (IsCloseTo, measuresAgainstThePeakOfWhatIsExpected)
{
    const Signal expected { { 0.0, 10.0 } };

    EXPECT_EQ (difference ({ { 0.000099, 10.0 } }, expected, -100.0_dB), "");
    EXPECT_NE (difference ({ { 0.000101, 10.0 } }, expected, -100.0_dB), "");
}

TEST (IsCloseTo, seesNotANumberAndAnotherShape)
{
    const Signal expected { { 0.0, 1.0 } };

    EXPECT_NE (difference ({ { std::numeric_limits<double>::quiet_NaN(), 1.0 } }, expected, 0.0_dB),
               "");
    EXPECT_NE (difference ({ { 0.0 } }, expected, 0.0_dB), "");
    EXPECT_NE (difference ({ { 0.0, 1.0 }, { 0.0, 1.0 } }, expected, 0.0_dB), "");
    EXPECT_EQ (difference (expected, expected, -200.0_dB), "");
}

TEST (DirectConvolution, isTheSumOfDelayedAndWeightedInputs)
{
    dsp::TransferMatrix matrix { 1, 2, 2, { 48000 } };
    matrix.path (0, 0)[1] = 2.0;
    matrix.path (0, 1)[0] = 10.0;

    EXPECT_EQ (directConvolution ({ { 1.0, 2.0, 3.0 }, { 1.0, 0.0, 0.0 } }, matrix),
               (Signal { { 10.0, 2.0, 4.0, 6.0 } }));
}

} // namespace
} // namespace support
