// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/TruePeak.h"

#include "analysis/rules/JudgedMaster.h"

#include <gtest/gtest.h>

namespace analysis
{
namespace
{

using namespace test_master;

/** A quarter of the rate, 45° off the tops, which stand 3.01 dB above the samples. */
dsp::AudioBuffer betweenSamples (double topDbtp, double from = 0.0, double to = 5.0)
{
    const double top = std::pow (10.0, topDbtp / 20.0);
    return made (2, 10.0, [=] (double at, std::size_t) {
        const double edge = std::clamp (std::min (at - from, to - at) * 20.0, 0.0, 1.0);
        return top * edge
               * std::sin (2.0 * std::numbers::pi * 12000.0 * at + std::numbers::pi / 4.0);
    });
}

TEST (TruePeak, warnsOfWhatIsOverFullScaleBetweenTheSamples)
{
    const auto judgement = judged (truePeak, betweenSamples (2.0, 3.0, 6.0));
    ASSERT_EQ (judgement.findings.size(), 1u);
    const auto& finding = judgement.findings[0];
    EXPECT_EQ (finding.severity, Severity::warn);
    EXPECT_NEAR (finding.evidence.measured, 2.0, 0.1);
    EXPECT_EQ (finding.evidence.allowed, 0.0);
    EXPECT_EQ (finding.evidence.basis, Basis::standard);
    EXPECT_GT (overlap (finding.ranges, { 3.0, 6.0 }), 0.9);
}

TEST (TruePeak, whatMetersDifferInIsNoAlarm)
{
    EXPECT_EQ (judged (truePeak, betweenSamples (0.05)).findings.at (0).severity, Severity::note);
    EXPECT_EQ (judged (truePeak, betweenSamples (0.2)).findings.at (0).severity, Severity::warn);
}

TEST (TruePeak, leavesLoudMastersLessRoomButOnlyNotesIt)
{
    const auto judgement = judged (truePeak, betweenSamples (-1.5));
    ASSERT_EQ (judgement.findings.size(), 1u);
    EXPECT_EQ (judgement.findings[0].severity, Severity::note);
    EXPECT_EQ (judgement.findings[0].evidence.allowed, -2.0);
}

TEST (TruePeak, isContentWithMinusOneOfASoftMaster)
{
    // One peak of −1 dBTP in soft noise.
    auto master = pink (10.0);
    during (master, 0.0, 10.0, [] (float& left, float& right) {
        left *= 0.3f;
        right *= 0.3f;
    });
    master.channel (0)[frameAt (5.0)] = 0.88f;
    const auto judgement = judged (truePeak, master);
    EXPECT_TRUE (judgement.findings.empty());
    EXPECT_NEAR (measure (judgement, "truePeakDbtp"), -1.1, 0.3);
}

TEST (TruePeak, hasNothingToSayOfSilence)
{
    EXPECT_FALSE (judged (truePeak, dsp::AudioBuffer (2, 48000)).notAssessable.empty());
}

} // namespace
} // namespace analysis
