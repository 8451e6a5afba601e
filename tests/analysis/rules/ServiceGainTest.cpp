// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/ServiceGain.h"

#include "analysis/rules/JudgedMaster.h"

#include <gtest/gtest.h>

namespace analysis
{
namespace
{

using namespace test_master;

MasterMeasures masterOf (double lufs, double dbtp)
{
    MasterMeasures master;
    master.seconds = 200.0;
    master.loudness.integrated = units::Lufs { lufs };
    master.loudness.truePeakDbtp = units::Decibels { dbtp };
    return master;
}

TEST (ServiceGain, isTheTargetLessTheLoudness)
{
    const auto judgement = judged (serviceGain, masterOf (-8.0, -0.5));
    EXPECT_NEAR (measure (judgement, "gainOnSpotifyDb"), -6.0, 1e-9);
    EXPECT_NEAR (measure (judgement, "gainOnAppleDb"), -8.0, 1e-9);
    EXPECT_NEAR (measure (judgement, "plrDb"), 7.5, 1e-9);
    ASSERT_EQ (judgement.findings.size(), 1u);
    EXPECT_EQ (judgement.findings[0].severity, Severity::note);
    EXPECT_NEAR (judgement.findings[0].evidence.measured, 6.0, 1e-9);
}

TEST (ServiceGain, turnsUpOnlyAsFarAsThePeaksAllow)
{
    const auto judgement = judged (serviceGain, masterOf (-20.0, -4.0));
    EXPECT_NEAR (measure (judgement, "gainOnSpotifyDb"), 3.0, 1e-9);
    EXPECT_NEAR (measure (judgement, "gainOnYouTubeDb"), 0.0, 1e-9);
    EXPECT_TRUE (judgement.findings.empty());
}

TEST (ServiceGain, speaksFromThreeLoudnessUnitsOnAndDifferentlyFromSix)
{
    EXPECT_TRUE (judged (serviceGain, masterOf (-11.1, -1.0)).findings.empty());
    const auto some = judged (serviceGain, masterOf (-11.0, -1.0)).findings;
    const auto much = judged (serviceGain, masterOf (-8.0, -1.0)).findings;
    ASSERT_EQ (some.size(), 1u);
    ASSERT_EQ (much.size(), 1u);
    EXPECT_EQ (some[0].summary.find ("punch"), std::string::npos);
    EXPECT_NE (much[0].summary.find ("punch"), std::string::npos);
}

} // namespace
} // namespace analysis
