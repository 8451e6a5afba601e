// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/CheckJson.h"

#include "analysis/Conformance.h"
#include "analysis/MasterVerdict.h"
#include "report/Revision.h"
#include "report/SummaryText.h"

#include <cmath>

namespace report
{

namespace
{

using files::Json;

/** To a thousandth: what is measured is no finer. What is not finite is written as null. */
Json number (double value) { return std::round (1000.0 * value) / 1000.0 + 0.0; }

Json number (const std::optional<double>& value) { return value ? number (*value) : Json {}; }

Json number (const std::optional<units::Lufs>& value)
{
    return value ? number (value->value) : Json {};
}

Json number (const std::optional<units::Decibels>& value)
{
    return value ? number (value->value()) : Json {};
}

Json describe (const std::string& text) { return text; }
Json describe (const analysis::ColumnReport& column);
Json describe (const analysis::TimeRange& range);
Json describe (const analysis::Finding& finding);
Json describe (const analysis::NotAssessable& question);
Json describe (const units::Problem& problem);

template <typename Values>
Json listOf (const Values& values)
{
    Json::Array list;
    list.reserve (values.size());

    for (const auto& value : values)
        list.push_back (describe (value));

    return list;
}

Json describe (const std::vector<analysis::Measure>& measures)
{
    Json::Object object;

    for (const auto& [name, value] : measures)
        object.emplace_back (name, number (value));

    return object;
}

Json describe (const hearing::ProgrammeLoudness& loudness)
{
    return Json::Object { { "integratedLufs", number (loudness.integrated) },
                          { "rangeLu", number (loudness.rangeLu) },
                          { "truePeakDbtp", number (loudness.truePeakDbtp) },
                          { "plrDb", number (loudness.peakToLoudnessDb()) },
                          { "maxMomentaryLufs", number (loudness.maxMomentary) },
                          { "maxShortTermLufs", number (loudness.maxShortTerm) } };
}

Json describe (const analysis::ColumnReport& column)
{
    return Json::Object { { "id", column.id },
                          { "name", column.name },
                          { "kind", column.kind },
                          { "noise", column.noise.empty() ? Json {} : Json { column.noise } },
                          { "evidence", column.evidence },
                          { "verdict", analysis::verdictId (column.verdict) },
                          { "measures", describe (column.measures) } };
}

Json describe (const analysis::TimeRange& range)
{
    return Json::Object { { "start", number (range.start) }, { "end", number (range.end) } };
}

Json describe (const std::optional<analysis::Band>& band)
{
    return band ? Json::Array { number (band->lowHz), number (band->highHz) } : Json {};
}

Json describe (const analysis::Evidence& evidence)
{
    return Json::Object { { "quantity", evidence.quantity },
                          { "measured", number (evidence.measured) },
                          { "allowed", number (evidence.allowed) },
                          { "unit", evidence.unit },
                          { "basis", analysis::basisId (evidence.basis) },
                          { "source", evidence.source } };
}

Json describe (const analysis::Finding& finding)
{
    const bool isWidespread = finding.spread == analysis::Spread::widespread;

    return Json::Object { { "rule", analysis::ruleName (finding.rule) },
                          { "severity", analysis::severityId (finding.severity) },
                          { "device", finding.device },
                          { "ranges", listOf (finding.ranges) },
                          { "bandHz", describe (finding.band) },
                          { "spread", isWidespread ? "widespread" : "localized" },
                          { "evidence", describe (finding.evidence) },
                          { "confidence", number (finding.confidence) },
                          { "summary", finding.summary },
                          { "remedy", finding.remedy.sentence },
                          { "remedyTried", finding.remedy.wasTried } };
}

Json describe (const analysis::NotAssessable& question)
{
    return Json::Object { { "rule", analysis::ruleName (question.rule) },
                          { "device", question.device },
                          { "why", question.why } };
}

Json describe (const analysis::TranslationReport& master)
{
    return Json::Object { { "file", master.file },
                          { "sha256", master.sha256 },
                          { "seconds", number (master.seconds) },
                          { "sampleRate", master.sampleRate },
                          { "channels", master.numChannels },
                          { "verdict", analysis::verdictId (analysis::verdictOn (master)) },
                          { "loudness", describe (master.loudness) },
                          { "measures", describe (master.measures) },
                          { "devices", listOf (master.columns) },
                          { "findings", listOf (master.findings) },
                          { "notAssessable", listOf (master.notAssessable) },
                          { "norms", master.normsOrigin },
                          { "notes", listOf (master.notes) } };
}

/** Which findings, without what is said of them elsewhere. */
Json namesOf (const std::vector<analysis::Finding>& findings)
{
    Json::Array names;

    for (const auto& finding : findings)
        names.push_back (Json::Object { { "rule", analysis::ruleName (finding.rule) },
                                        { "severity", analysis::severityId (finding.severity) },
                                        { "device", finding.device },
                                        { "ranges", listOf (finding.ranges) },
                                        { "summary", finding.summary } });

    return names;
}

Json describe (const Revision& revision)
{
    return Json::Object { { "file", revision.before },
                          { "conformance", revision.conformance },
                          { "sameFile", revision.isTheSameFile },
                          { "fixed", namesOf (revision.fixed) },
                          { "better", namesOf (revision.better) },
                          { "worse", namesOf (revision.worse) },
                          { "broke", namesOf (revision.broke) } };
}

Json describe (const analysis::TranslationReport& master, const std::optional<Revision>& revision)
{
    auto json = *describe (master).asObject();

    if (revision)
        json.emplace_back ("baseline", describe (*revision));

    return json;
}

Json describe (const units::Problem& problem)
{
    return Json::Object { { "where", problem.where },
                          { "what", problem.what },
                          { "cure", problem.cure } };
}

} // namespace

Json checkJson (std::span<const analysis::TranslationReport> masters,
                const CheckOrigin& origin,
                const CheckExtras& extras)
{
    Json::Array list;

    for (std::size_t i = 0; i < masters.size(); ++i)
        list.push_back (describe (
            masters[i], i < extras.revisions.size() ? extras.revisions[i] : std::nullopt));

    Json::Object json {
        { "schema", 1 },
        { "conformance", analysis::conformance },
        { "elsewhere", origin.version },
        { "catalogue", origin.catalogue },
        { "masters", std::move (list) },
        { "problems", listOf (extras.problems) },
    };

    if (extras.album != nullptr)
        json.emplace_back (
            "album",
            Json::Object { { "integratedLufs", number (extras.album->integrated) },
                           { "truePeakDbtp", number (extras.album->truePeakDbtp) } });

    return json;
}

} // namespace report
