// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/Decibels.h"

#include <gtest/gtest.h>

#include <type_traits>

namespace units
{
namespace
{

TEST (Decibels, doublingTheAmplitudeAddsSixPointOhTwo)
{
    EXPECT_NEAR (Decibels::fromGain (2.0).value(), 6.0206, 1e-4);
}

TEST (Decibels, survivesTheRoundTripThroughGain)
{
    EXPECT_NEAR (Decibels::fromGain ((-23.0_dB).toGain()).value(), -23.0, 1e-12);
}

static_assert (! std::is_convertible_v<double, Decibels>, "a bare number is not a level");
static_assert (3.0_dB > -1.0_dB);

} // namespace
} // namespace units
