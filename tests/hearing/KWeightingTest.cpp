// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/KWeighting.h"

#include <gtest/gtest.h>

namespace hearing
{
namespace
{

TEST (KWeighting, hasTheCoefficientsOfTheStandardAt48Kilohertz)
{
    const auto weighting = kWeighting ({ 48000 });

    EXPECT_NEAR (weighting.shelf.b0, 1.53512485958697, 1e-9);
    EXPECT_NEAR (weighting.shelf.b1, -2.69169618940638, 1e-9);
    EXPECT_NEAR (weighting.shelf.b2, 1.19839281085285, 1e-9);
    EXPECT_NEAR (weighting.shelf.a1, -1.69065929318241, 1e-9);
    EXPECT_NEAR (weighting.shelf.a2, 0.73248077421585, 1e-9);
    EXPECT_NEAR (weighting.highPass.b0, 1.0, 1e-12);
    EXPECT_NEAR (weighting.highPass.b1, -2.0, 1e-12);
    EXPECT_NEAR (weighting.highPass.b2, 1.0, 1e-12);
    EXPECT_NEAR (weighting.highPass.a1, -1.99004745483398, 1e-9);
    EXPECT_NEAR (weighting.highPass.a2, 0.99007225036621, 1e-9);
}

TEST (KWeighting, weighsTheSameAtEveryRate)
{
    const auto levelAt = [] (double frequencyHz, int rate) {
        const auto weighting = kWeighting ({ rate });
        return weighting.shelf.levelDbAt ({ frequencyHz }, { rate })
               + weighting.highPass.levelDbAt ({ frequencyHz }, { rate });
    };

    for (const int rate : { 44100, 88200, 96000, 192000 })
        for (const double frequency : { 30.0, 100.0, 997.0, 2000.0, 6000.0 })
            EXPECT_NEAR (levelAt (frequency, rate), levelAt (frequency, 48000), 0.1)
                << frequency << " Hz at " << rate;
}

} // namespace
} // namespace hearing
