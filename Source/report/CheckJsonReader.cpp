// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/CheckJsonReader.h"

#include <algorithm>
#include <array>

namespace report
{

namespace
{

using files::Json;

std::string text (const Json& object, std::string_view name)
{
    const auto* member = object.find (name);
    return member != nullptr && member->asString() != nullptr ? *member->asString() : "";
}

std::optional<double> number (const Json* value)
{
    return value != nullptr && value->asNumber() != nullptr ? std::optional { *value->asNumber() }
                                                            : std::nullopt;
}

double numberOr0 (const Json& object, std::string_view name)
{
    return number (object.find (name)).value_or (0.0);
}

const Json::Array& list (const Json& object, std::string_view name)
{
    static const Json::Array none;
    const auto* member = object.find (name);
    return member != nullptr && member->asArray() != nullptr ? *member->asArray() : none;
}

analysis::Verdict verdictNamed (const std::string& id)
{
    for (const auto verdict :
         { analysis::Verdict::fail, analysis::Verdict::warn, analysis::Verdict::note })
        if (id == analysis::verdictId (verdict))
            return verdict;

    return analysis::Verdict::pass;
}

analysis::Severity severityNamed (const std::string& id)
{
    for (const auto severity : { analysis::Severity::fail, analysis::Severity::warn })
        if (id == analysis::severityId (severity))
            return severity;

    return analysis::Severity::note;
}

analysis::Basis basisNamed (const std::string& id)
{
    for (const auto basis :
         { analysis::Basis::standard, analysis::Basis::physics, analysis::Basis::corpus })
        if (id == analysis::basisId (basis))
            return basis;

    return analysis::Basis::heuristic;
}

std::vector<analysis::Measure> measuresOf (const Json& object)
{
    std::vector<analysis::Measure> measures;
    const auto* member = object.find ("measures");

    if (member != nullptr && member->asObject() != nullptr)
        for (const auto& [name, value] : *member->asObject())
            if (const auto* figure = value.asNumber())
                measures.push_back ({ name, *figure });

    return measures;
}

analysis::Evidence evidenceOf (const Json& json)
{
    return { text (json, "quantity"),           numberOr0 (json, "measured"),
             numberOr0 (json, "allowed"),       text (json, "unit"),
             basisNamed (text (json, "basis")), text (json, "source") };
}

analysis::Finding findingOf (const Json& json, analysis::RuleId rule)
{
    analysis::Finding finding;
    finding.rule = rule;
    finding.severity = severityNamed (text (json, "severity"));
    finding.device = text (json, "device");
    finding.spread = text (json, "spread") == "widespread" ? analysis::Spread::widespread
                                                           : analysis::Spread::localized;
    finding.confidence = number (json.find ("confidence")).value_or (1.0);
    finding.summary = text (json, "summary");
    finding.remedy.sentence = text (json, "remedy");

    if (const auto* tried = json.find ("remedyTried");
        tried != nullptr && tried->asBool() != nullptr)
        finding.remedy.wasTried = *tried->asBool();

    if (const auto* evidence = json.find ("evidence"))
        finding.evidence = evidenceOf (*evidence);

    for (const auto& range : list (json, "ranges"))
        finding.ranges.push_back ({ numberOr0 (range, "start"), numberOr0 (range, "end") });

    if (const auto& band = list (json, "bandHz"); band.size() == 2)
        finding.band = analysis::Band { number (&band[0]).value_or (0.0),
                                        number (&band[1]).value_or (0.0) };

    return finding;
}

hearing::ProgrammeLoudness loudnessOf (const Json& json)
{
    hearing::ProgrammeLoudness loudness;
    const auto lufs = [&] (std::string_view name) {
        const auto value = number (json.find (name));
        return value ? std::optional { units::Lufs { *value } } : std::nullopt;
    };

    loudness.integrated = lufs ("integratedLufs");
    loudness.maxMomentary = lufs ("maxMomentaryLufs");
    loudness.maxShortTerm = lufs ("maxShortTermLufs");
    loudness.rangeLu = number (json.find ("rangeLu"));

    if (const auto peak = number (json.find ("truePeakDbtp")))
        loudness.truePeakDbtp = units::Decibels { *peak };

    return loudness;
}

analysis::TranslationReport masterOf (const Json& json)
{
    analysis::TranslationReport report;
    report.file = text (json, "file");
    report.sha256 = text (json, "sha256");
    report.seconds = numberOr0 (json, "seconds");
    report.sampleRate = static_cast<int> (numberOr0 (json, "sampleRate"));
    report.numChannels = static_cast<int> (number (json.find ("channels")).value_or (2.0));
    report.measures = measuresOf (json);
    report.normsOrigin = text (json, "norms");

    if (const auto* loudness = json.find ("loudness"))
        report.loudness = loudnessOf (*loudness);

    for (const auto& column : list (json, "devices"))
        report.columns.push_back ({ text (column, "id"),
                                    text (column, "name"),
                                    text (column, "kind"),
                                    text (column, "noise"),
                                    text (column, "evidence"),
                                    verdictNamed (text (column, "verdict")),
                                    measuresOf (column) });

    for (const auto& finding : list (json, "findings"))
        if (const auto rule = analysis::ruleNamed (text (finding, "rule")))
            report.findings.push_back (findingOf (finding, *rule));

    for (const auto& question : list (json, "notAssessable"))
        if (const auto rule = analysis::ruleNamed (text (question, "rule")))
            report.notAssessable.push_back (
                { *rule, text (question, "device"), text (question, "why") });

    for (const auto& note : list (json, "notes"))
        if (note.asString() != nullptr)
            report.notes.push_back (*note.asString());

    return report;
}

} // namespace

units::Result<WrittenCheck> readCheckJson (const Json& json, const std::string& where)
{
    const auto* masters = json.find ("masters");

    if (masters == nullptr || masters->asArray() == nullptr)
        return units::Problem { units::Problem::Kind::unknownSchema,
                                where,
                                "This is no report of a check: it has no list of masters.",
                                "Give a file that 'elsewhere check --json' wrote." };

    WrittenCheck check { static_cast<int> (numberOr0 (json, "conformance")),
                         { text (json, "catalogue"), text (json, "elsewhere") },
                         {} };

    for (const auto& master : *masters->asArray())
        check.masters.push_back (masterOf (master));

    return check;
}

} // namespace report
