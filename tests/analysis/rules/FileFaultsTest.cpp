// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/FileFaults.h"

#include "analysis/rules/JudgedMaster.h"

#include <gtest/gtest.h>

namespace analysis
{
namespace
{

using namespace test_master;

/** The finding that speaks of this quantity. */
std::optional<Finding> findingOn (const Judgement& judgement, std::string_view quantity)
{
    for (const auto& finding : judgement.findings)
        if (finding.evidence.quantity.find (quantity) != std::string::npos)
            return finding;

    return std::nullopt;
}

TEST (FileFaults, areNoneOfASoundFile)
{
    EXPECT_TRUE (judged (fileFaults, pink (20.0, 0.3)).findings.empty());
}

TEST (FileFaults, knowDc)
{
    auto master = pink (20.0, 0.3);
    during (master, 0.0, 20.0, [] (float& left, float& right) {
        left += 0.02f;
        right += 0.02f;
    });
    const auto finding = findingOn (judged (fileFaults, master), "mean of the samples");
    ASSERT_TRUE (finding);
    EXPECT_EQ (finding->severity, Severity::warn);
    EXPECT_NEAR (finding->evidence.measured, 2.0, 0.6);
}

// Half a cycle more than whole ones in 5 s: plain means would be −0.14 and +0.44 % by turns.
TEST (FileFaults, knowDcUnderALoudBass)
{
    const auto master = made (
        2, 20.0, [] (double at, std::size_t) { return 0.0015 + 0.9 * sine (20.1, at); });
    const auto finding = findingOn (judged (fileFaults, master), "mean of the samples");
    ASSERT_TRUE (finding);
    EXPECT_NEAR (finding->evidence.measured, 0.15, 0.01);
    EXPECT_EQ (finding->severity, Severity::note);
}

TEST (FileFaults, takeRumbleForNoDc)
{
    const auto master = made (2, 60.0, [] (double at, std::size_t) {
        return 0.2 * std::min ({ 1.0, 10.0 * at, 10.0 * (60.0 - at) }) * sine (0.13, at);
    });
    EXPECT_FALSE (findingOn (judged (fileFaults, master), "mean of the samples"));
}

TEST (FileFaults, knowClippingAndWhere)
{
    auto master = pink (60.0, 0.3);
    during (master, 20.0, 40.0, [] (float& left, float& right) {
        left = std::clamp (8.0f * left, -1.0f, 1.0f);
        right = std::clamp (8.0f * right, -1.0f, 1.0f);
    });
    const auto finding = findingOn (judged (fileFaults, master), "clipped");
    ASSERT_TRUE (finding);
    EXPECT_EQ (finding->severity, Severity::warn);
    EXPECT_GT (overlap (finding->ranges, { 20.0, 40.0 }), 0.9);
}

TEST (FileFaults, knowADropOut)
{
    auto master = pink (20.0, 0.3);
    during (master, 10.0, 10.05, [] (float& left, float& right) { left = right = 0.0f; });
    const auto finding = findingOn (judged (fileFaults, master), "one and the same sample");
    ASSERT_TRUE (finding);
    EXPECT_NEAR (finding->evidence.measured, 50.0, 1.0);
    ASSERT_EQ (finding->ranges.size(), 1u);
    EXPECT_NEAR (finding->ranges[0].start, 10.0, 0.001);
}

TEST (FileFaults, knowADeadAndAnInvertedChannel)
{
    auto dead = pink (10.0, 0.3);
    during (dead, 0.0, 10.0, [] (float& left, float&) { left = 0.0f; });
    auto inverted = pink (10.0, 0.1);
    during (inverted, 0.0, 10.0, [] (float& left, float&) { left = -left; });

    EXPECT_EQ (findingOn (judged (fileFaults, dead), "level of one channel")->severity,
               Severity::fail);
    EXPECT_EQ (findingOn (judged (fileFaults, inverted), "correlation")->severity, Severity::fail);
}

TEST (FileFaults, knowWhatIsCutOff)
{
    const auto cut = made (2, 5.0, [] (double at, std::size_t) {
        return 0.5 * std::cos (2.0 * std::numbers::pi * 100.0 * at);
    });
    EXPECT_TRUE (findingOn (judged (fileFaults, cut), "first samples"));
    EXPECT_TRUE (findingOn (judged (fileFaults, cut), "last 20 ms"));
}

TEST (FileFaults, knowSilence)
{
    auto master = pink (20.0, 0.3);
    during (master, 10.0, 13.0, [] (float& left, float& right) { left = right = 0.0f; });
    const auto finding = findingOn (judged (fileFaults, master), "silence");
    ASSERT_TRUE (finding);
    EXPECT_NEAR (finding->evidence.measured, 3.0, 0.01);
}

TEST (FileFaults, knowFewBits)
{
    auto master = pink (5.0, 0.3);
    during (master, 0.0, 5.0, [] (float& left, float& right) {
        left = std::round (left * 128.0f) / 128.0f;
        right = std::round (right * 128.0f) / 128.0f;
    });
    EXPECT_TRUE (findingOn (judged (fileFaults, master), "bits"));
}

TEST (FileFaults, knowASpectrumThatWasCutOff)
{
    auto measures = measured (pink (5.0, 0.3).block());
    measures.edge = SpectrumEdge { 16000.0, 40.0 };
    EXPECT_NE (findingOn (judged (fileFaults, measures), "breaks off")->summary.find ("lossy"),
               std::string::npos);

    // What a converter's filter does at 44.1 kHz is no fault.
    measures.rate = { 44100 };
    measures.edge = SpectrumEdge { 20500.0, 40.0 };
    EXPECT_FALSE (findingOn (judged (fileFaults, measures), "breaks off"));

    measures.rate = { 96000 };
    measures.edge = SpectrumEdge { 22000.0, 60.0 };
    EXPECT_NE (findingOn (judged (fileFaults, measures), "breaks off")->summary.find ("lower rate"),
               std::string::npos);
}

} // namespace
} // namespace analysis
