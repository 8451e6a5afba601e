// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/Revision.h"

#include "analysis/Conformance.h"
#include "report/SampleReport.h"

#include <gmock/gmock.h>

namespace report
{

using analysis::RuleId;
using analysis::Severity;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;

namespace
{

const std::string phone = "phone/smartphone-2020";

analysis::TranslationReport bounce (const std::string& file,
                                    std::vector<analysis::Finding> findings)
{
    auto report = flawlessReport();
    report.file = file;
    report.sha256 = file;
    report.findings = std::move (findings);
    return report;
}

analysis::Finding at (double start, double end, Severity severity = Severity::warn)
{
    auto finding = sampleFinding (RuleId::harsh, severity, phone);
    finding.ranges = { { start, end } };
    return finding;
}

Revision changes (std::vector<analysis::Finding> before, std::vector<analysis::Finding> now)
{
    return changesSince (bounce ("v1.wav", std::move (before)),
                         analysis::conformance,
                         bounce ("v2.wav", std::move (now)));
}

} // namespace

TEST (Revision, tellsWhatIsFixedAndWhatBroke)
{
    const auto revision = changes (
        { at (10, 20), sampleFinding (RuleId::monoLoss, Severity::fail, "*") },
        { at (12, 18), sampleFinding (RuleId::boomyBass, Severity::note, phone) });

    ASSERT_THAT (revision.fixed, SizeIs (1));
    EXPECT_EQ (revision.fixed[0].rule, RuleId::monoLoss);
    ASSERT_THAT (revision.broke, SizeIs (1));
    EXPECT_EQ (revision.broke[0].rule, RuleId::boomyBass);
    EXPECT_THAT (revision.better, IsEmpty());
    EXPECT_THAT (revision.worse, IsEmpty());
    EXPECT_EQ (headlineOf (revision), "Since v1.wav: 1 broke and 1 fixed.");
}

TEST (Revision, takesAnotherTimeForAnotherFinding)
{
    const auto revision = changes ({ at (10, 20) }, { at (100, 110) });
    EXPECT_THAT (revision.fixed, SizeIs (1));
    EXPECT_THAT (revision.broke, SizeIs (1));
}

TEST (Revision, tellsWhatGotBetterOrWorse)
{
    EXPECT_THAT (changes ({ at (10, 20, Severity::fail) }, { at (15, 20) }).better, SizeIs (1));
    EXPECT_THAT (changes ({ at (10, 20, Severity::note) }, { at (15, 20) }).worse, SizeIs (1));
}

TEST (Revision, asksOnlyDevicesThatBothWereCheckedOn)
{
    auto before = bounce ("v1.wav", {});
    std::erase_if (before.columns, [] (const auto& column) { return column.id == phone; });
    const auto now = bounce ("v2.wav", { at (10, 20) });

    EXPECT_THAT (changesSince (before, 1, now).broke, IsEmpty());
    EXPECT_THAT (changesSince (now, 1, before).fixed, IsEmpty());
}

TEST (Revision, isSaidInWords)
{
    const auto now = bounce ("v2.wav", {});
    EXPECT_THAT (
        sentencesOf (changes ({ at (10, 20) }, {}), now),
        ElementsAre (Pair (
            "Fixed",
            ElementsAre ("Likely problem: On Smartphone (2020), something is lost (0:10–0:20)."))));
    EXPECT_EQ (headlineOf (changes ({}, {})), "Since v1.wav: nothing changed that was found.");
}

TEST (Revision, ownsUpToANewJudge)
{
    const auto same = bounce ("v1.wav", {});
    EXPECT_EQ (headlineOf (changesSince (same, analysis::conformance, same)),
               "Since v1.wav: the very same file.");
    EXPECT_THAT (headlineOf (changesSince (same, analysis::conformance + 1, same)),
                 HasSubstr ("may be ours"));
}

TEST (Revision, findsItsPredecessorByNameOrAlone)
{
    const std::vector one { bounce ("/old/v1.wav", {}) };
    const std::vector two { bounce ("/old/a.wav", {}), bounce ("/old/b.wav", {}) };

    EXPECT_EQ (predecessorOf (bounce ("/new/v2.wav", {}), one), one.data());
    EXPECT_EQ (predecessorOf (bounce ("/new/b.wav", {}), two), two.data() + 1);
    EXPECT_EQ (predecessorOf (bounce ("/new/c.wav", {}), two), nullptr);
}

} // namespace report
