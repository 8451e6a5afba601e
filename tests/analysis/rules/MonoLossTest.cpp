// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/MonoLoss.h"

#include "analysis/rules/JudgedMaster.h"

#include <gmock/gmock.h>

namespace analysis
{
namespace
{

using namespace test_master;

/** Pink noise, with a bass of its own in one channel or the other, whose sign is the right channel's. */
dsp::AudioBuffer withBass (double seconds, double bass, double from, double to)
{
    auto master = pink (seconds, 0.2);
    std::size_t i = 0;
    during (master, 0.0, seconds, [&] (float& left, float& right) {
        const double at = static_cast<double> (i++) / rate.hertz;
        const auto note = static_cast<float> (0.3 * sine (70.0, at));
        left += note;
        right += (at >= from && at < to ? static_cast<float> (bass) : 1.0f) * note;
    });
    return master;
}

TEST (MonoLoss, findsTheBassThatCancels)
{
    const auto judgement = judged (monoLoss, withBass (60.0, -1.0, 20.0, 40.0));
    ASSERT_FALSE (judgement.findings.empty());
    const auto& finding = judgement.findings[0];
    EXPECT_EQ (finding.severity, Severity::fail);
    EXPECT_LT (finding.evidence.measured, -6.0);
    EXPECT_GT (overlap (finding.ranges, { 20.0, 40.0 }), 0.8);
    ASSERT_TRUE (finding.band);
    EXPECT_LT (finding.band->lowHz, 70.0);
    EXPECT_GT (finding.band->highHz, 70.0);
    EXPECT_LT (finding.band->highHz, 350.0);
    EXPECT_EQ (finding.remedy.proposals.front().kind, Treatment::Kind::monoBelow);
    EXPECT_TRUE (finding.plot);
}

// A bass of which the right channel has −g: (1 − g)² / (2 (1 + g²)).
TEST (MonoLoss, measuresTheAlgebra)
{
    const auto master = made (2, 20.0, [] (double at, std::size_t c) {
        return 0.2 * sine (1000.0, at) + (c == 0 ? 0.4 : -0.2) * sine (70.0, at);
    });
    const auto judgement = judged (monoLoss, master);
    ASSERT_FALSE (judgement.findings.empty());
    EXPECT_NEAR (judgement.findings[0].evidence.measured, 10.0 * std::log10 (0.25 / 2.5), 0.05);
}

TEST (MonoLoss, findsTheMixThatIsTurnedOver)
{
    auto master = pink (20.0);
    during (master, 0.0, 20.0, [] (float&, float& right) { right = -right; });
    const auto judgement = judged (monoLoss, master);
    ASSERT_FALSE (judgement.findings.empty());
    EXPECT_EQ (judgement.findings[0].severity, Severity::fail);
    EXPECT_EQ (measure (judgement, "monoLossLu"), -60.0);
}

TEST (MonoLoss, findsTheCombOfADelay)
{
    const auto mono = pink (20.0);
    dsp::AudioBuffer delayed (2, mono.numFrames());
    const auto late = frameAt (0.007);

    for (std::size_t i = late; i < mono.numFrames(); ++i)
    {
        delayed.channel (0)[i] = mono.channel (0)[i];
        delayed.channel (1)[i] = mono.channel (0)[i - late];
    }

    const auto judgement = judged (monoLoss, delayed);
    EXPECT_GT (measure (judgement, "monoCombedShare"), 0.15);
    EXPECT_TRUE (isAlarm (judgement));
}

TEST (MonoLoss, isSilentWhereNothingVanishes)
{
    EXPECT_TRUE (judged (monoLoss, pink (20.0)).findings.empty());
    EXPECT_TRUE (judged (monoLoss, pink (20.0, 0.5)).findings.empty());
    EXPECT_TRUE (judged (monoLoss, withBass (20.0, 1.0, 0.0, 20.0)).findings.empty());

    auto bothTurned = pink (20.0, 0.3);
    during (bothTurned, 0.0, 20.0, [] (float& left, float& right) {
        left = -left;
        right = -right;
    });
    EXPECT_TRUE (judged (monoLoss, bothTurned).findings.empty());
}

TEST (MonoLoss, takesUnrelatedChannelsForNoFault)
{
    const auto judgement = judged (monoLoss, pink (30.0, 1.0));
    EXPECT_FALSE (isAlarm (judgement));
    EXPECT_NEAR (measure (judgement, "monoLossLu"), -3.0, 0.3);
}

TEST (MonoLoss, hasNothingToSayOfAMonoFile)
{
    const auto mono = made (1, 3.0, [] (double at, std::size_t) { return sine (440.0, at); });
    EXPECT_EQ (judged (monoLoss, mono).notAssessable, "The file is mono.");
}

} // namespace
} // namespace analysis
