// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/FlushDenormals.h"

#include <gtest/gtest.h>

#include <limits>

namespace dsp
{
namespace
{

float halfOf (float value)
{
    volatile float hidden = value; // from the compiler, which would halve it itself
    hidden = hidden / 2.0f;
    return hidden;
}

TEST (FlushDenormals, lastsAsLongAsItLives)
{
    constexpr float smallest = std::numeric_limits<float>::min();

    {
        const FlushDenormals fast;
#if defined(__SSE2__)
        EXPECT_EQ (halfOf (smallest), 0.0f);
#endif
        EXPECT_EQ (halfOf (4.0f * smallest), 2.0f * smallest);
    }

    EXPECT_GT (halfOf (smallest), 0.0f);
}

} // namespace
} // namespace dsp
