// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/RemedyWords.h"

#include <gmock/gmock.h>

namespace analysis
{
namespace
{

Finding finding (RuleId rule, Severity severity, const char* device, double measured)
{
    Finding result;
    result.rule = rule;
    result.severity = severity;
    result.device = device;
    result.evidence.quantity = "share";
    result.evidence.measured = measured;
    result.evidence.allowed = 0.5;
    return result;
}

MergedFinding lostOn (std::vector<std::string> devices)
{
    MergedFinding merged;
    merged.rule = merged.worst.rule = RuleId::bassDisappears;
    merged.severity = Severity::warn;
    merged.devices = std::move (devices);
    return merged;
}

TranslationReport reportWith (std::vector<Finding> findings, double lufs)
{
    TranslationReport report;
    report.findings = std::move (findings);
    report.loudness.integrated = units::Lufs { lufs };
    report.columns.resize (1);
    report.columns[0].id = "car/a";
    report.columns[0].name = "Sedan";
    return report;
}

const Treatment lift { Treatment::Kind::peak, 155.0, 3.0 };

TEST (RemedyWords, whatClearsAllSaysSoAndNamesItsCost)
{
    const auto before = reportWith (
        { finding (RuleId::bassDisappears, Severity::warn, "phone/a", 0.6) }, -14.0);
    const auto after = reportWith ({ finding (RuleId::boomyBass, Severity::warn, "car/a", 0.2) },
                                   -13.0);
    const auto tried = outcomeOf (lostOn ({ "phone/a" }), lift, before, after);
    EXPECT_TRUE (tried.clearsAll());
    EXPECT_EQ (remedyWords (tried, before),
               "+3 dB at 155 Hz: clears it; 1 dB louder; worse by it: boom on Sedan.");
}

TEST (RemedyWords, whatBecomesWorseInTheFileSaysSo)
{
    const auto before = reportWith (
        { finding (RuleId::bassDisappears, Severity::warn, "phone/a", 0.6) }, -14.0);
    const auto after = reportWith ({ finding (RuleId::truePeak, Severity::warn, "*", 0.2) }, -14.0);
    EXPECT_THAT (remedyWords (outcomeOf (lostOn ({ "phone/a" }), lift, before, after), before),
                 testing::EndsWith ("; worse by it: peaks of the file."));
}

TEST (RemedyWords, whatIsNoShareIsNoPerCent)
{
    const auto before = reportWith (
        { finding (RuleId::bassDisappears, Severity::warn, "phone/a", 0.74) }, -14.0);
    const auto after = reportWith (
        { finding (RuleId::bassDisappears, Severity::warn, "phone/a", -0.61) }, -14.0);
    EXPECT_EQ (remedyWords (outcomeOf (lostOn ({ "phone/a" }), lift, before, after), before),
               "+3 dB at 155 Hz: does not clear it (0.74 before, -0.61 after).");
}

TEST (RemedyWords, whatDoesNotHelpSaysByHowMuch)
{
    const auto before = reportWith (
        { finding (RuleId::bassDisappears, Severity::warn, "phone/a", 0.74) }, -14.0);
    const auto after = reportWith (
        { finding (RuleId::bassDisappears, Severity::warn, "phone/a", 0.61) }, -14.0);
    const auto tried = outcomeOf (lostOn ({ "phone/a" }), lift, before, after);
    EXPECT_FALSE (tried.clearsAll());
    EXPECT_EQ (remedyWords (tried, before),
               "+3 dB at 155 Hz: does not clear it (74 % before, 61 % after).");
}

TEST (RemedyWords, clearingMoreIsBetterAndThenComingNearer)
{
    TriedRemedy some;
    some.affected = { "a", "b" };
    some.allowed = 0.5;
    some.measuredAfter = 0.7;
    auto nearer = some;
    nearer.measuredAfter = 0.6;
    auto clearing = some;
    clearing.cleared = { "a" };
    clearing.measuredAfter = 0.9;
    EXPECT_TRUE (nearer.isBetterThan (some));
    EXPECT_FALSE (some.isBetterThan (nearer));
    EXPECT_TRUE (clearing.isBetterThan (nearer));
}

TEST (RemedyWords, whatIsDoneToOneChannelIsForWhereTheFaultIs)
{
    auto merged = lostOn ({ "phone/a" });
    const auto before = reportWith (
        { finding (RuleId::bassDisappears, Severity::warn, "phone/a", 0.6) }, -14.0);
    const Treatment turned { .kind = Treatment::Kind::inversion };
    const auto words = [&] {
        return remedyWords (outcomeOf (merged, turned, before, reportWith ({}, -14.0)), before);
    };
    EXPECT_EQ (words(), "the left channel turned over there: clears it.");
    merged.spread = Spread::widespread;
    EXPECT_EQ (words(), "the left channel turned over: clears it.");
}

TEST (RemedyWords, aLiftOfQuietPartsMakesNoProgrammeLouderAndMayNotBeWanted)
{
    const auto before = reportWith (
        { finding (RuleId::bassDisappears, Severity::warn, "phone/a", 0.6) }, -40.0);
    const Treatment lifted { .kind = Treatment::Kind::quietLift, .db = 6.0, .lufs = -34.0 };
    EXPECT_EQ (
        remedyWords (outcomeOf (lostOn ({ "phone/a" }), lifted, before, reportWith ({}, -34.0)),
                     before),
        "up to +6 dB where it is softer than -34 LUFS: clears it. Where it is meant to be this "
        "quiet, nothing is wrong.");
}

TEST (RemedyWords, anotherQuestionOfTheSameRuleIsNotTheOneThatWasCleared)
{
    auto bass = finding (RuleId::monoLoss, Severity::warn, "*", -7.0);
    bass.aspect = "bass";
    auto whole = finding (RuleId::monoLoss, Severity::warn, "*", -5.0);
    whole.aspect = "whole";
    MergedFinding merged;
    merged.worst = bass;
    merged.devices = { "*" };
    const auto before = reportWith ({ bass }, -14.0);
    const auto tried = outcomeOf (merged, lift, before, reportWith ({ whole }, -14.0));
    EXPECT_TRUE (tried.clearsAll());
    ASSERT_THAT (tried.sideEffects, testing::SizeIs (1));
    EXPECT_EQ (tried.sideEffects[0].rule, RuleId::monoLoss);
    EXPECT_FALSE (outcomeOf (merged, lift, before, before).clearsAll());
}

TEST (RemedyWords, onlyDevicesThatShowedItBeforeCount)
{
    const auto before = reportWith (
        { finding (RuleId::bassDisappears, Severity::warn, "phone/a", 0.6) }, -14.0);
    const auto after = reportWith ({}, -14.0);
    const auto tried = outcomeOf (lostOn ({ "phone/a", "phone/b" }), lift, before, after);
    EXPECT_THAT (tried.affected, testing::ElementsAre ("phone/a"));
}

} // namespace
} // namespace analysis
