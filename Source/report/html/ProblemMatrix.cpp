// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Rules.h"
#include "library/DeviceProfile.h"
#include "report/html/Markup.h"
#include "report/html/MasterPage.h"

#include <algorithm>

namespace report
{

namespace
{

using analysis::ColumnReport;
using analysis::RuleId;
using analysis::Verdict;

/** Devices of one kind; one in the noise of a place is among them. */
struct KindRows
{
    std::string kind;
    std::vector<const ColumnReport*> columns;
};

std::vector<KindRows> kindsOf (const analysis::TranslationReport& report)
{
    std::vector<KindRows> kinds;

    for (const auto& column : report.columns)
    {
        auto group = std::ranges::find (kinds, column.kind, &KindRows::kind);

        if (group == kinds.end())
            group = kinds.insert (kinds.end(), { column.kind, {} });

        group->columns.push_back (&column);
    }

    return kinds;
}

std::string headingOf (const std::string& kind)
{
    const auto known = library::kindFromId (kind);
    return std::string { known ? library::kindName (*known) : std::string_view { kind } };
}

class Matrix
{
public:
    explicit Matrix (const MasterPage& shown) : page (shown), rules (rulesToShow()) {}

    std::string table() const
    {
        std::string heads =
            element ("th", "scope=\"col\"", "Device")
            + element ("th", "scope=\"col\" class=\"overall\"", element ("span", "", "Overall"));

        for (const auto rule : rules)
            heads += element ("th",
                              "scope=\"col\" title=\"" + escaped (ruleQuestion (rule)) + "\"",
                              element ("span", "", escaped (ruleHeading (rule))));

        std::string bodies;

        for (const auto& kind : kindsOf (page.report()))
            bodies += body (kind);

        return classed (
            "div",
            "wide",
            classed ("table", "matrix", element ("thead", "", element ("tr", "", heads)) + bodies));
    }

private:
    /** Those that are asked of devices, and whatever else found something on one. */
    std::vector<RuleId> rulesToShow() const
    {
        std::vector<RuleId> shown;

        for (const auto rule : analysis::allRuleIds())
        {
            const bool isAsked = std::ranges::any_of (
                analysis::allRules(), [&] (const analysis::Rule& each) {
                    return each.id == rule && each.scope == analysis::Scope::device;
                });
            const bool isFound = std::ranges::any_of (
                page.report().findings, [&] (const analysis::Finding& each) {
                    return each.rule == rule && each.device != "*";
                });

            if (isAsked || isFound)
                shown.push_back (rule);
        }

        return shown;
    }

    Verdict verdictOn (const ColumnReport& column, RuleId rule) const
    {
        auto worst = Verdict::pass;

        for (const auto& finding : page.report().findings)
            if (finding.device == column.id && finding.rule == rule)
                worst = std::max (worst, verdictOf (finding.severity));

        return worst;
    }

    bool isAssessable (const ColumnReport& column, RuleId rule) const
    {
        return std::ranges::none_of (
            page.report().notAssessable, [&] (const analysis::NotAssessable& each) {
                return each.rule == rule && (each.device == "*" || each.device == column.id);
            });
    }

    std::string linked (RuleId rule, const std::string& sign) const
    {
        for (std::size_t i = 0; i < page.problems.size(); ++i)
            if (page.problems[i].rule == rule && ! page.problems[i].isAboutTheMaster())
                return element ("a", "href=\"#" + page.idOf (i) + "\"", sign);

        return sign;
    }

    std::string cell (std::span<const ColumnReport* const> columns, RuleId rule) const
    {
        auto worst = Verdict::pass;
        bool hasAnswer = false;

        for (const auto* column : columns)
        {
            worst = std::max (worst, verdictOn (*column, rule));
            hasAnswer = hasAnswer || isAssessable (*column, rule);
        }

        if (worst == Verdict::pass && ! hasAnswer)
            return element ("td", "class=\"none\" title=\"not assessable\"", "–");

        const auto sign = verdictSign (worst);
        return element ("td",
                        "class=\"" + std::string { verdictId (worst) } + "\"",
                        worst == Verdict::pass ? sign : linked (rule, sign));
    }

    std::string cells (std::span<const ColumnReport* const> columns) const
    {
        auto overall = Verdict::pass;

        for (const auto* column : columns)
            overall = std::max (overall, column->verdict);

        std::string row = element ("td",
                                   "class=\"overall " + std::string { verdictId (overall) } + "\"",
                                   verdictSign (overall));

        for (const auto rule : rules)
            row += cell (columns, rule);

        return row;
    }

    static std::string nameCell (const std::string& content)
    {
        return element ("th", "scope=\"row\"", content);
    }

    static std::string deviceName (const ColumnReport& column)
    {
        return escaped (column.name) + element ("small", "", escaped (column.evidence));
    }

    std::string body (const KindRows& kind) const
    {
        const std::span<const ColumnReport* const> columns { kind.columns };

        if (columns.size() == 1)
            return element (
                "tbody",
                "",
                element ("tr", "", nameCell (deviceName (*columns[0])) + cells (columns)));

        const auto opener = element ("label",
                                     "",
                                     "<input type=\"checkbox\" aria-label=\"show each device\">"
                                         + escaped (headingOf (kind.kind)) + " <small>"
                                         + std::to_string (columns.size()) + "</small>");
        std::string rows = element ("tr", "class=\"kind\"", nameCell (opener) + cells (columns));

        for (std::size_t i = 0; i < columns.size(); ++i)
            rows += element ("tr",
                             "class=\"one\"",
                             nameCell (deviceName (*columns[i])) + cells (columns.subspan (i, 1)));

        return element ("tbody", "", rows);
    }

    const MasterPage& page;
    std::vector<RuleId> rules;
};

} // namespace

std::string problemMatrix (const MasterPage& page)
{
    if (page.report().columns.empty())
        return {};

    std::string key;

    for (const auto verdict : { Verdict::fail, Verdict::warn, Verdict::note, Verdict::pass })
        key += element (
            "li",
            "",
            verdictSign (verdict)
                + element ("span", "aria-hidden=\"true\"", escaped (verdictName (verdict))));

    return element ("section",
                    "",
                    element ("h2", "", "Where") + Matrix { page }.table()
                        + classed ("ul", "legend", key + element ("li", "", "– not assessable")));
}

} // namespace report
