// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/ChannelBalance.h"

#include "analysis/rules/JudgedMaster.h"

#include <gtest/gtest.h>

namespace analysis
{
namespace
{

using namespace test_master;

dsp::AudioBuffer leaning (double rightDb, double from, double to)
{
    auto master = pink (60.0, 0.3);
    const auto gain = static_cast<float> (std::pow (10.0, rightDb / 20.0));
    during (master, from, to, [gain] (float&, float& right) { right *= gain; });
    return master;
}

TEST (ChannelBalance, measuresTheLean)
{
    const auto judgement = judged (channelBalance, leaning (-4.0, 0.0, 60.0));
    EXPECT_NEAR (measure (judgement, "leanDb"), 4.0, 0.3);
    ASSERT_EQ (judgement.findings.size(), 1u);
    EXPECT_EQ (judgement.findings[0].severity, Severity::warn);
    EXPECT_NE (judgement.findings[0].summary.find ("left"), std::string::npos);
    EXPECT_GT (overlap (judgement.findings[0].ranges, { 0.0, 60.0 }), 0.9);
}

TEST (ChannelBalance, notesALittle)
{
    const auto judgement = judged (channelBalance, leaning (2.0, 0.0, 60.0));
    ASSERT_EQ (judgement.findings.size(), 1u);
    EXPECT_EQ (judgement.findings[0].severity, Severity::note);
    EXPECT_NE (judgement.findings[0].summary.find ("right"), std::string::npos);
}

TEST (ChannelBalance, saysWhereItLeansForAWhile)
{
    const auto judgement = judged (channelBalance, leaning (-9.0, 20.0, 40.0));
    ASSERT_EQ (judgement.findings.size(), 1u);
    EXPECT_GT (overlap (judgement.findings[0].ranges, { 20.0, 40.0 }), 0.5);
}

TEST (ChannelBalance, isSilentOfWhatStandsUpright)
{
    EXPECT_TRUE (judged (channelBalance, pink (30.0, 0.3)).findings.empty());
    EXPECT_TRUE (judged (channelBalance, pink (30.0)).findings.empty());
}

} // namespace
} // namespace analysis
