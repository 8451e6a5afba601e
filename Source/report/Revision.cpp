// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/Revision.h"

#include "analysis/Conformance.h"
#include "analysis/MergedFinding.h"
#include "report/Sentences.h"
#include "report/Words.h"

#include <algorithm>
#include <filesystem>

namespace report
{

namespace
{

using analysis::Finding;
using analysis::TranslationReport;

bool overlap (const Finding& one, const Finding& other)
{
    if (one.ranges.empty() || other.ranges.empty())
        return true;

    return std::ranges::any_of (one.ranges, [&] (const analysis::TimeRange& a) {
        return std::ranges::any_of (other.ranges, [&] (const analysis::TimeRange& b) {
            return a.start <= b.end && b.start <= a.end;
        });
    });
}

bool areTheSame (const Finding& one, const Finding& other)
{
    return one.rule == other.rule && one.device == other.device && overlap (one, other);
}

/** The worst of those that are the same; nullptr where none is. */
const Finding* counterpartOf (const Finding& finding, const std::vector<Finding>& among)
{
    const Finding* worst = nullptr;

    for (const auto& other : among)
        if (areTheSame (finding, other) && (worst == nullptr || other.severity > worst->severity))
            worst = &other;

    return worst;
}

/** A device that was not asked about before, or is not any more, says nothing about a revision. */
bool isOn (const TranslationReport& report, const std::string& device)
{
    return device == "*"
           || std::ranges::find (report.columns, device, &analysis::ColumnReport::id)
                  != report.columns.end();
}

std::string nameOf (const std::string& file)
{
    return std::filesystem::path { file }.filename().string();
}

std::vector<std::string> sentences (const std::vector<Finding>& findings, TranslationReport context)
{
    context.findings = findings;
    std::vector<std::string> all;

    for (const auto& merged : mergedFindings (context))
        all.push_back (std::string { verdictName (verdictOf (merged.severity)) } + ": "
                       + sentenceOf (merged, context));

    return all;
}

} // namespace

Revision
changesSince (const TranslationReport& before, int conformanceBefore, const TranslationReport& now)
{
    Revision revision;
    revision.before = before.file;
    revision.isTheSameFile = ! now.sha256.empty() && before.sha256 == now.sha256;
    revision.conformance = conformanceBefore;
    revision.columnsBefore = before.columns;

    for (const auto& finding : before.findings)
        if (isOn (now, finding.device) && counterpartOf (finding, now.findings) == nullptr)
            revision.fixed.push_back (finding);

    for (const auto& finding : now.findings)
    {
        const auto* counterpart = counterpartOf (finding, before.findings);

        if (counterpart == nullptr && isOn (before, finding.device))
            revision.broke.push_back (finding);
        else if (counterpart != nullptr && counterpart->severity < finding.severity)
            revision.worse.push_back (finding);
        else if (counterpart != nullptr && counterpart->severity > finding.severity)
            revision.better.push_back (finding);
    }

    return revision;
}

const TranslationReport* predecessorOf (const TranslationReport& master,
                                        std::span<const TranslationReport> among)
{
    for (const auto& candidate : among)
        if (nameOf (candidate.file) == nameOf (master.file))
            return &candidate;

    return among.size() == 1 ? &among[0] : nullptr;
}

std::vector<std::pair<std::string, std::vector<std::string>>>
sentencesOf (const Revision& revision, const TranslationReport& now)
{
    auto before = now;
    before.columns = revision.columnsBefore;

    std::vector<std::pair<std::string, std::vector<std::string>>> parts {
        { "Broke", sentences (revision.broke, now) },
        { "Got worse", sentences (revision.worse, now) },
        { "Got better", sentences (revision.better, now) },
        { "Fixed", sentences (revision.fixed, before) },
    };
    std::erase_if (parts, [] (const auto& part) { return part.second.empty(); });
    return parts;
}

std::string headlineOf (const Revision& revision)
{
    const auto since = "Since " + nameOf (revision.before) + ": ";
    std::vector<std::string> parts;

    for (const auto& [findings, word] : { std::pair { &revision.broke, "broke" },
                                          std::pair { &revision.worse, "got worse" },
                                          std::pair { &revision.better, "got better" },
                                          std::pair { &revision.fixed, "fixed" } })
        if (! findings->empty())
            parts.push_back (std::to_string (findings->size()) + " " + word);

    const std::string caveat = revision.conformance == analysis::conformance
                                   ? ""
                                   : " Its report judged by conformance "
                                         + std::to_string (revision.conformance) + ", this one by "
                                         + std::to_string (analysis::conformance)
                                         + ": part of the difference may be ours.";

    if (revision.isTheSameFile)
        return since + "the very same file." + caveat;

    return since + (parts.empty() ? "nothing changed that was found" : enumerated (parts)) + "."
           + caveat;
}

} // namespace report
