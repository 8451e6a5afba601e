// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/ProgrammeAnchor.h"

#include <gtest/gtest.h>

#include <vector>

namespace monitoring
{
namespace
{

/** 1 … 100 sone, each for the same time. */
std::vector<float> ramp()
{
    std::vector<float> sone;

    for (int i = 1; i <= 100; ++i)
        sone.push_back (static_cast<float> (i));

    return sone;
}

TEST (ProgrammeAnchor, isExceededForFivePerCentOfTheTime)
{
    const auto sone = ramp();
    const ProgrammeAnchor anchor { sone };
    EXPECT_NEAR (anchor.soneOf (sone), 96.0, 1e-6);
    EXPECT_NEAR (anchor.phonOf (std::vector<float> (100, 4.0f)), 60.0, 1e-6);
}

TEST (ProgrammeAnchor, doesNotCountSilenceAroundTheMusicNorADevicesTail)
{
    const auto sone = ramp();
    auto withSilence = sone;
    withSilence.insert (withSilence.begin(), 1000, 0.0f);
    withSilence.insert (withSilence.end(), 500, 0.05f);
    auto withTail = sone;
    withTail.resize (withTail.size() + 400, 0.5f);

    EXPECT_EQ (ProgrammeAnchor { withSilence }.soneOf (withSilence),
               ProgrammeAnchor { sone }.soneOf (sone));
    EXPECT_EQ (ProgrammeAnchor { sone }.soneOf (withTail), ProgrammeAnchor { sone }.soneOf (sone));
}

TEST (ProgrammeAnchor, knowsSilenceAndWhatIsTooShort)
{
    const std::vector<float> nothing;
    const std::vector<float> faint (1000, 0.09f);
    const std::vector<float> one { 1.0f };

    EXPECT_TRUE (ProgrammeAnchor { nothing }.isSilent());
    EXPECT_TRUE (ProgrammeAnchor { faint }.isSilent());
    EXPECT_EQ (ProgrammeAnchor { faint }.soneOf (ramp()), 0.0);
    EXPECT_FALSE (ProgrammeAnchor { one }.isSilent());
    EXPECT_EQ (ProgrammeAnchor { one }.soneOf (one), 1.0);
    EXPECT_EQ (ProgrammeAnchor { one }.soneOf (nothing), 0.0);
}

} // namespace
} // namespace monitoring
