// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/CodecOvers.h"
#include "analysis/rules/JudgedMaster.h"

#include <gtest/gtest.h>

namespace analysis
{
namespace
{

using namespace test_master;

MasterMeasures tried (std::vector<CodecOver> codecs)
{
    MasterMeasures master;
    master.seconds = 200.0;
    master.codecs = CodecOvers { { { 30.0, 45.0 } }, std::move (codecs), {}, {} };
    return master;
}

std::vector<TimeRange> tenths (int count)
{
    std::vector<TimeRange> ranges;

    for (int i = 0; i < count; ++i)
        ranges.push_back ({ 31.0 + 0.2 * i, 31.1 + 0.2 * i });

    return ranges;
}

TEST (CodecOversRule, failsOnlyWhatClipsForGood)
{
    const auto clipped = judged (codecOvers, tried ({ { "AAC", 1.5, tenths (20), -50.0 } }));
    const auto often = judged (codecOvers, tried ({ { "AAC", 0.6, tenths (3), -70.0 } }));
    const auto once = judged (codecOvers, tried ({ { "AAC", 0.1, tenths (1), -90.0 } }));
    const auto never = judged (codecOvers, tried ({ { "AAC", -0.4, {}, -120.0 } }));

    ASSERT_EQ (clipped.findings.size(), 1u);
    EXPECT_EQ (clipped.findings[0].severity, Severity::fail);
    EXPECT_EQ (clipped.findings[0].evidence.measured, 1.5);
    ASSERT_EQ (often.findings.size(), 1u);
    EXPECT_EQ (often.findings[0].severity, Severity::warn);
    ASSERT_EQ (once.findings.size(), 1u);
    EXPECT_EQ (once.findings[0].severity, Severity::note);
    EXPECT_TRUE (never.findings.empty());
    EXPECT_EQ (measure (never, "codecTruePeakDbtp"), -0.4);
}

TEST (CodecOversRule, namesTheCodecsThatClip)
{
    const auto judgement = judged (codecOvers,
                                   tried ({ { "AAC, 128 kbit/s", 0.5, tenths (5), -70.0 },
                                            { "MP3, 320 kbit/s", -0.2, {}, -120.0 } }));
    const auto& summary = judgement.findings.at (0).summary;
    EXPECT_NE (summary.find ("AAC, 128"), std::string::npos);
    EXPECT_EQ (summary.find ("MP3"), std::string::npos);
}

TEST (CodecOversRule, doesNotRelyOnAnEncoderWhosePeaksAreAMatterOfChance)
{
    const CodecOver erratic { "AAC", 5.0, tenths (20), -40.0, true };
    const auto alone = judged (codecOvers, tried ({ erratic }));
    ASSERT_EQ (alone.findings.size(), 1u);
    EXPECT_EQ (alone.findings[0].severity, Severity::note);
    EXPECT_LT (alone.findings[0].confidence, 0.5);

    const auto beside = judged (codecOvers, tried ({ erratic, { "MP3", 0.6, tenths (3), -70.0 } }));
    ASSERT_EQ (beside.findings.size(), 1u);
    EXPECT_EQ (beside.findings[0].severity, Severity::warn);
    EXPECT_EQ (beside.findings[0].evidence.measured, 0.6);
    EXPECT_GT (beside.findings[0].confidence, 0.5);
    EXPECT_NE (beside.findings[0].summary.find ("AAC"), std::string::npos);
}

TEST (CodecOversRule, saysWhyNothingWasTried)
{
    EXPECT_FALSE (judged (codecOvers, MasterMeasures {}).notAssessable.empty());
    auto master = tried ({});
    master.codecs->notTried = "The program ffmpeg is not installed.";
    EXPECT_EQ (judged (codecOvers, master).notAssessable, "The program ffmpeg is not installed.");
}

} // namespace
} // namespace analysis
