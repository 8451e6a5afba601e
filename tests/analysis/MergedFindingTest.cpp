// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/MergedFinding.h"

#include <gmock/gmock.h>

namespace analysis
{

using testing::ElementsAre;
using testing::IsEmpty;

namespace
{

Finding found (RuleId rule, Severity severity, const std::string& device)
{
    Finding finding;
    finding.rule = rule;
    finding.severity = severity;
    finding.device = device;
    return finding;
}

TranslationReport reportOf (std::vector<Finding> findings)
{
    TranslationReport report;
    report.seconds = 100.0;
    report.columns.resize (5);
    report.findings = std::move (findings);
    return report;
}

std::vector<RuleId> rulesOf (const std::vector<MergedFinding>& findings)
{
    std::vector<RuleId> rules;

    for (const auto& finding : findings)
        rules.push_back (finding.rule);

    return rules;
}

} // namespace

TEST (MergedFinding, isOnePerRule)
{
    const auto merged = mergedFindings (
        reportOf ({ found (RuleId::harsh, Severity::warn, "a"),
                    found (RuleId::harsh, Severity::warn, "b"),
                    found (RuleId::monoLoss, Severity::warn, "b") }));

    EXPECT_THAT (rulesOf (merged), ElementsAre (RuleId::harsh, RuleId::monoLoss));
    EXPECT_THAT (merged[0].devices, ElementsAre ("a", "b"));
}

TEST (MergedFinding, namesADeviceOnce)
{
    const auto merged = mergedFindings (reportOf ({ found (RuleId::harsh, Severity::warn, "a"),
                                                    found (RuleId::harsh, Severity::warn, "a"),
                                                    found (RuleId::harsh, Severity::note, "a"),
                                                    found (RuleId::harsh, Severity::note, "b") }));

    ASSERT_EQ (merged.size(), 1u);
    EXPECT_THAT (merged[0].devices, ElementsAre ("a"));
    EXPECT_THAT (merged[0].milder, ElementsAre ("b"));
}

TEST (MergedFinding, isWhereAndWhenItIsWorst)
{
    auto mild = found (RuleId::harsh, Severity::note, "a");
    auto bad = found (RuleId::harsh, Severity::warn, "b");
    auto badToo = found (RuleId::harsh, Severity::warn, "c");
    mild.ranges = { { 0.0, 100.0 } };
    bad.ranges = { { 10.0, 20.0 }, { 70.0, 80.0 } };
    badToo.ranges = { { 15.0, 25.0 } };
    badToo.confidence = 0.5;
    bad.summary = "It hurts.";
    const auto merged = mergedFindings (reportOf ({ mild, badToo, bad }));

    ASSERT_EQ (merged.size(), 1u);
    EXPECT_EQ (merged[0].severity, Severity::warn);
    EXPECT_THAT (merged[0].ranges,
                 ElementsAre (TimeRange { 10.0, 25.0 }, TimeRange { 70.0, 80.0 }));
    EXPECT_EQ (merged[0].worst.summary, "It hurts.");
    EXPECT_EQ (merged[0].spread, Spread::localized);
}

TEST (MergedFinding, leavesFaultsOfTheFileApart)
{
    const auto merged = mergedFindings (
        reportOf ({ found (RuleId::fileFaults, Severity::warn, "*"),
                    found (RuleId::fileFaults, Severity::warn, "*"),
                    found (RuleId::fileFaults, Severity::warn, "a") }));

    ASSERT_EQ (merged.size(), 3u);
    EXPECT_TRUE (merged[0].isAboutTheMaster());
    EXPECT_TRUE (merged[1].isAboutTheMaster());
    EXPECT_FALSE (merged[2].isAboutTheMaster());
}

TEST (MergedFinding, comesInTheOrderOfWhatMatters)
{
    auto unsure = found (RuleId::antiPhase, Severity::warn, "*");
    unsure.confidence = 0.1;
    const auto merged = mergedFindings (
        reportOf ({ unsure,
                    found (RuleId::truePeak, Severity::note, "*"),
                    found (RuleId::monoLoss, Severity::warn, "a"),
                    found (RuleId::harsh, Severity::warn, "a"),
                    found (RuleId::harsh, Severity::warn, "b"),
                    found (RuleId::boomyBass, Severity::fail, "a") }));

    EXPECT_THAT (rulesOf (merged),
                 ElementsAre (RuleId::boomyBass,
                              RuleId::harsh,
                              RuleId::monoLoss,
                              RuleId::antiPhase,
                              RuleId::truePeak));
}

TEST (MergedFinding, isNoneWhereNothingWasFound)
{
    EXPECT_THAT (mergedFindings (reportOf ({})), IsEmpty());
}

} // namespace analysis
