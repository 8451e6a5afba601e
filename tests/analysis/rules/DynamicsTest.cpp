// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/Dynamics.h"

#include "analysis/rules/JudgedMaster.h"

#include <gtest/gtest.h>

namespace analysis
{
namespace
{

using namespace test_master;

/** 997 Hz in both channels, whose loudness is its level (BS.1770), with one click a second: the peaks stand
    so much above the loudness. */
dsp::AudioBuffer clickingTone (double psrDb, double from = 0.0, double to = 60.0)
{
    const double tone = 0.05;
    auto master = made (
        2, to < 60.0 ? 60.0 : to, [=] (double at, std::size_t) { return tone * sine (997.0, at); });
    // 0 LUFS is a sine of 0 dBFS in two channels, K-weighting aside.
    const double outside = tone * std::pow (10.0, 14.0 / 20.0);
    const double inside = tone * std::pow (10.0, psrDb / 20.0);

    for (double at = 0.5; at < 60.0; at += 1.0)
        master.channel (0)[frameAt (at)] = static_cast<float> (at >= from && at < to ? inside
                                                                                     : outside);

    return master;
}

TEST (Dynamics, isThePeakOverTheShortTermLoudness)
{
    EXPECT_NEAR (measure (judged (dynamics, clickingTone (12.0)), "psrDb"), 12.0, 0.3);
    EXPECT_NEAR (measure (judged (dynamics, clickingTone (7.0)), "psrDb"), 7.0, 0.3);
}

TEST (Dynamics, notesBelowEightAndWarnsBelowSix)
{
    const auto fine = judged (dynamics, clickingTone (8.7));
    const auto dense = judged (dynamics, clickingTone (7.0));
    const auto crushed = judged (dynamics, clickingTone (5.0));

    EXPECT_TRUE (fine.findings.empty());
    ASSERT_EQ (dense.findings.size(), 1u);
    EXPECT_EQ (dense.findings[0].severity, Severity::note);
    ASSERT_EQ (crushed.findings.size(), 1u);
    EXPECT_EQ (crushed.findings[0].severity, Severity::warn);
    EXPECT_NEAR (crushed.findings[0].evidence.measured, 5.0, 0.3);
}

TEST (Dynamics, saysWhere)
{
    auto master = clickingTone (5.0, 20.0, 40.0);
    during (master, 20.0, 40.0, [] (float& left, float& right) {
        left *= 1.5f; // what is crushed is louder
        right *= 1.5f;
    });
    const auto judgement = judged (dynamics, master);
    ASSERT_EQ (judgement.findings.size(), 1u);
    EXPECT_GT (overlap (judgement.findings[0].ranges, { 20.0, 40.0 }), 0.8);
}

TEST (Dynamics, doesNotMindTheLevel)
{
    auto soft = clickingTone (7.0);
    during (soft, 0.0, 60.0, [] (float& left, float& right) {
        left *= 0.1f;
        right *= 0.1f;
    });
    EXPECT_NEAR (measure (judged (dynamics, soft), "psrDb"), 7.0, 0.3);
}

TEST (Dynamics, hasNothingToSayOfTwoSeconds)
{
    EXPECT_FALSE (judged (dynamics, pink (2.0)).notAssessable.empty());
}

} // namespace
} // namespace analysis
