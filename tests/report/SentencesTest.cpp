// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/Sentences.h"

#include "report/SampleReport.h"

#include <gmock/gmock.h>

namespace report
{

using analysis::RuleId;
using analysis::Severity;
using analysis::TimeRange;
using analysis::Verdict;

namespace
{

std::string firstSentence (const analysis::TranslationReport& report)
{
    return sentenceOf (mergedFindings (report).at (0), report);
}

std::string timesOf (std::vector<TimeRange> ranges) { return report::timesOf (ranges, 300.0); }

} // namespace

TEST (Sentences, sayWhereWhatAndWhen)
{
    EXPECT_EQ (firstSentence (sampleReport()),
               "On phones the bass line vanishes (1:01–1:34, 2:01–2:30); only the kick remains.");

    auto report = flawlessReport();
    report.findings = { sampleFinding (RuleId::harsh, Severity::warn, "earbuds/airpods-pro-2") };
    report.findings[0].summary = "3.2 kHz pokes out.";
    EXPECT_EQ (firstSentence (report), "On AirPods Pro 2, 3.2 kHz pokes out (0:10–0:15).");
}

TEST (Sentences, doNotBreakOffABracketToSayWhen)
{
    auto report = flawlessReport();
    report.findings = { sampleFinding (RuleId::codecOvers, Severity::warn, "*") };
    report.findings[0].summary = "Players clip (AAC, 128 kbit/s; Opus, 96 kbit/s).";
    EXPECT_EQ (firstSentence (report),
               "Players clip (AAC, 128 kbit/s; Opus, 96 kbit/s) (0:10–0:15).");
}

TEST (Sentences, sayWhereItIsLessBad)
{
    auto report = flawlessReport();
    report.findings = { sampleFinding (RuleId::harsh, Severity::warn, "earbuds/airpods-pro-2"),
                        sampleFinding (RuleId::harsh, Severity::note, "laptop/laptop-typical") };

    EXPECT_EQ (firstSentence (report),
               "On AirPods Pro 2, something is lost (0:10–0:15). Less so on laptops.");
}

TEST (Sentences, repeatNoTime)
{
    auto report = flawlessReport();
    report.findings = { sampleFinding (RuleId::fileFaults, Severity::warn, "*") };
    report.findings[0].summary = "A drop-out at 0:10.";

    EXPECT_EQ (firstSentence (report), "A drop-out at 0:10.");
}

TEST (Sentences, listAFewTimes)
{
    EXPECT_EQ (timesOf ({}), "");
    EXPECT_EQ (timesOf ({ { 61.2, 93.5 } }), "1:01–1:34");
    EXPECT_EQ (timesOf ({ { 5.0, 5.0 } }), "0:05");
    EXPECT_EQ (timesOf ({ { 0, 1 }, { 10, 11 }, { 20, 21 }, { 30, 31 }, { 40, 41 } }),
               "0:00–0:01, 0:10–0:11, 0:20–0:21 and 2 more");
    EXPECT_EQ (timesOf ({ { 0.0, 290.0 } }), "throughout");
}

TEST (VerdictSentence, beginsWithTheWorst)
{
    EXPECT_EQ (
        verdictSentence (sampleReport()),
        "Breaks on phones; likely problems in the sedan at 80 km/h; no problem on the other 3.");
}

TEST (VerdictSentence, saysWhenAllIsWell)
{
    EXPECT_EQ (verdictSentence (flawlessReport()), "Fine on all 6 devices.");

    auto report = flawlessReport();
    report.columns[3].verdict = Verdict::note;
    EXPECT_EQ (verdictSentence (report),
               "No problem on any of 6 devices; worth a listen on laptops.");
}

TEST (VerdictSentence, speaksOfTheFileToo)
{
    auto report = flawlessReport();
    report.findings = { sampleFinding (RuleId::fileFaults, Severity::warn, "*") };
    EXPECT_EQ (verdictSentence (report),
               "Fine on all 6 devices; the file itself has a likely problem.");

    report.findings[0].severity = Severity::fail;
    EXPECT_EQ (verdictSentence (report), "Fine on all 6 devices; the file itself has a fault.");
}

TEST (VerdictSentence, judgesNoSilence)
{
    EXPECT_EQ (verdictSentence (silentReport()),
               "Nothing to judge: the file is silent, or shorter than 0.4 s.");
}

TEST (EvidenceSentence, namesNumberThresholdAndBasis)
{
    const auto report = sampleReport();
    EXPECT_EQ (evidenceSentence (report.findings[1].evidence),
               "Share of the bass line's time in which it cannot be followed: 91 %, threshold 75 % "
               "(heuristic: virtual pitch, docs/checking.md).");
    EXPECT_EQ (evidenceSentence (report.findings[0].evidence),
               "True peak: -0.3 dBTP, threshold -1 dBTP (standard: EBU R 128).");
}

TEST (EvidenceSentence, callsOnlySharesPerCent)
{
    const analysis::Evidence share { "share of it", 0.62, 0.5, "", analysis::Basis::heuristic,
                                     "ours" };
    const analysis::Evidence correlation {
        "correlation", -0.93, -0.5, "", analysis::Basis::heuristic, "ours"
    };
    EXPECT_EQ (evidenceSentence (share), "Share of it: 62 %, threshold 50 % (heuristic: ours).");
    EXPECT_EQ (evidenceSentence (correlation),
               "Correlation: -0.93, threshold -0.5 (heuristic: ours).");
}

TEST (Facts, leaveOutWhatHasNoNumber)
{
    EXPECT_EQ (factsOf (sampleReport()),
               "3:00, 44.1 kHz stereo, -9.8 LUFS integrated, 5.1 LU range, -0.3 dBTP true peak, "
               "9.5 dB peak to loudness");
    EXPECT_EQ (factsOf (silentReport()), "3:00, 44.1 kHz stereo");
}

} // namespace report
