// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/Fades.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

namespace analysis
{
namespace
{

/** A minute at 16 sone. */
std::vector<float> steady() { return std::vector<float> (600, 16.0f); }

std::size_t numFading (const std::vector<float>& sones)
{
    const auto fading = fadingHops (sones);
    return static_cast<std::size_t> (std::ranges::count (fading, true));
}

TEST (Fades, aSteadySoundHasNone) { EXPECT_EQ (numFading (steady()), 0u); }

TEST (Fades, aFadeOutIsOneToItsEnd)
{
    auto sones = steady();

    for (std::size_t i = 0; i < 100; ++i) // ten seconds down to silence, then two of silence
        sones[480 + i] = 16.0f * std::exp2 (-0.06f * static_cast<float> (i));

    std::fill (sones.begin() + 580, sones.end(), 0.0f);
    const auto fading = fadingHops (sones);
    EXPECT_TRUE (fading.back());
    EXPECT_TRUE (fading[490]);
    EXPECT_FALSE (fading[450]);
}

TEST (Fades, aQuietIntroIsNone)
{
    auto sones = steady();
    std::fill_n (sones.begin(), 150, 1.0f);
    EXPECT_EQ (numFading (sones), 0u);
}

} // namespace
} // namespace analysis
