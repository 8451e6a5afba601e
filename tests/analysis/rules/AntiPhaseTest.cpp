// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/AntiPhase.h"

#include "analysis/rules/JudgedMaster.h"

#include <gtest/gtest.h>

namespace analysis
{
namespace
{

using namespace test_master;

TEST (AntiPhase, findsWhereOneChannelIsTurnedOver)
{
    auto master = pink (60.0, 0.3);
    during (master, 20.0, 40.0, [] (float&, float& right) { right = -right; });
    const auto judgement = judged (antiPhase, master);
    ASSERT_EQ (judgement.findings.size(), 2u); // all of it, and the bass
    EXPECT_EQ (judgement.findings[0].severity, Severity::fail);
    EXPECT_GT (overlap (judgement.findings[0].ranges, { 20.0, 40.0 }), 0.9);
    EXPECT_LT (judgement.findings[0].evidence.measured, -0.5);
    EXPECT_EQ (judgement.findings[1].band->highHz, 300.0);
}

TEST (AntiPhase, findsABassThatIsTurnedOverUnderAMixThatIsNot)
{
    const auto master = made (2, 20.0, [] (double at, std::size_t c) {
        return 0.3 * sine (1000.0, at) + (c == 0 ? 0.2 : -0.2) * sine (80.0, at);
    });
    const auto judgement = judged (antiPhase, master);
    ASSERT_EQ (judgement.findings.size(), 1u);
    EXPECT_EQ (judgement.findings[0].severity, Severity::fail);
    ASSERT_TRUE (judgement.findings[0].band);
    EXPECT_NEAR (measure (judgement, "bassCorrelation"), -1.0, 0.01);
    EXPECT_GT (measure (judgement, "correlation"), 0.5);
}

TEST (AntiPhase, isSilentOfMonoOfWidthAndOfBothChannelsTurnedOver)
{
    EXPECT_TRUE (judged (antiPhase, pink (10.0)).findings.empty());
    EXPECT_FALSE (isAlarm (judged (antiPhase, pink (20.0, 1.0))));

    auto turned = pink (10.0, 0.3);
    during (turned, 0.0, 10.0, [] (float& left, float& right) {
        left = -left;
        right = -right;
    });
    EXPECT_TRUE (judged (antiPhase, turned).findings.empty());
}

} // namespace
} // namespace analysis
