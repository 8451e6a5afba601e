// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Judging.h"

#include "analysis/Rules.h"
#include "monitoring/Workers.h"

#include <algorithm>

namespace analysis
{

namespace
{

/** What all rules of one scope say of one column, or of the master. */
struct Opinion
{
    std::vector<std::pair<RuleId, Judgement>> judgements;
};

Opinion opinionOn (const Comparison& comparison, Scope scope)
{
    Opinion opinion;

    for (const auto& rule : allRules())
    {
        if (rule.scope != scope)
            continue;

        auto judgement = rule.judge (comparison);

        for (auto& finding : judgement.findings)
            finding.severity = std::min (finding.severity, rule.worst);

        opinion.judgements.emplace_back (rule.id, std::move (judgement));
    }

    return opinion;
}

/** @returns the worst of the findings */
Verdict tell (Opinion&& opinion,
              const std::string& device,
              double seconds,
              std::vector<Measure>& measures,
              TranslationReport& report)
{
    auto verdict = Verdict::pass;

    for (auto& [rule, judgement] : opinion.judgements)
    {
        std::ranges::move (judgement.measures, std::back_inserter (measures));

        if (! judgement.notAssessable.empty())
            report.notAssessable.push_back ({ rule, device, judgement.notAssessable });

        for (auto& finding : judgement.findings)
        {
            finding.rule = rule;
            finding.device = device;
            finding.spread = spreadOf (finding.ranges, seconds);
            verdict = std::max (verdict, verdictOf (finding.severity));
            report.findings.push_back (std::move (finding));
        }
    }

    return verdict;
}

ColumnReport describe (const Column& column)
{
    ColumnReport report;
    report.id = column.id();
    report.name = column.name();
    report.kind = library::kindId (column.device->kind);
    report.noise = column.noise == nullptr ? "" : column.noise->name;
    report.evidence = library::evidenceWords (column.device->provenance.evidence);
    return report;
}

} // namespace

void judgeMaster (const MasterMeasures& master,
                  const ReferenceNorms& norms,
                  TranslationReport& report)
{
    tell (
        opinionOn ({ master, norms }, Scope::master), "*", master.seconds, report.measures, report);
}

void judgeColumns (const MasterMeasures& master,
                   const ReferenceNorms& norms,
                   std::span<const Judged> columns,
                   std::size_t numWorkers,
                   TranslationReport& report)
{
    std::vector<Opinion> opinions (columns.size());
    monitoring::Workers workers { numWorkers };
    workers.forEach (columns.size(), [&] (std::size_t i, std::size_t) {
        const auto& [column, neutral, device] = columns[i];
        opinions[i] = opinionOn ({ master, norms, column, neutral, device }, Scope::device);
    });

    for (std::size_t i = 0; i < columns.size(); ++i)
    {
        auto column = describe (*columns[i].column);
        column.verdict = tell (
            std::move (opinions[i]), column.id, master.seconds, column.measures, report);
        report.columns.push_back (std::move (column));
    }
}

} // namespace analysis
