// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html/ReportHtml.h"

#include "analysis/Conformance.h"
#include "analysis/MasterVerdict.h"
#include "report/Problems.h"
#include "report/Sentences.h"
#include "report/Words.h"
#include "report/html/Markup.h"
#include "report/html/MasterPage.h"
#include "report/html/ReportStyle.h"

#include <filesystem>

namespace report
{

namespace
{

std::string nameOf (const analysis::TranslationReport& report)
{
    return std::filesystem::path { report.file }.filename().string();
}

std::string titleOf (std::span<const Exhibits> masters)
{
    return masters.size() == 1 ? nameOf (masters[0].report) : counted (masters.size(), "master");
}

/** Nothing may be fetched, and nothing may run, whatever a file's name tries. */
std::string headOf (std::span<const Exhibits> masters)
{
    return "<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
           "style-src 'unsafe-inline'; media-src data:\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"color-scheme\" content=\"light dark\">\n"
           + element ("title", "", escaped (titleOf (masters) + ", translation check"))
           + element ("style", "", reportStyle()) + "</head>\n";
}

std::string contents (std::span<const MasterPage> pages, const Album* album)
{
    std::vector<analysis::TranslationReport> reports;
    std::string rows;

    for (const auto& page : pages)
    {
        const auto& report = page.report();
        const auto verdict = verdictOn (report);
        reports.push_back (report);
        rows += element (
            "tr",
            "",
            element ("td",
                     "class=\"" + std::string { verdictId (verdict) } + "\"",
                     verdictSign (verdict))
                + element (
                    "th",
                    "scope=\"row\"",
                    element ("a", "href=\"#" + page.prefix + "top\"", escaped (nameOf (report))))
                + element ("td", "", escapedSentence (verdictSentence (report))));
    }

    return element (
        "section",
        "",
        element ("h2", "", counted (pages.size(), "master"))
            + classed ("div", "wide", classed ("table", "plain", rows))
            + (album == nullptr
                   ? ""
                   : classed ("p", "fine", escapedSentence (albumSentence (*album, reports)))));
}

std::string footOf (const CheckOrigin& origin)
{
    return element ("footer",
                    "",
                    escaped ("Checked by Elsewhere " + origin.version + ", conformance "
                             + std::to_string (analysis::conformance) + ", device library "
                             + origin.catalogue.substr (0, 12)
                             + ". What is called modelled or heuristic is not measured; the levels "
                               "are those at which people usually listen."));
}

} // namespace

std::string
reportHtml (std::span<const Exhibits> masters, const CheckOrigin& origin, const Album* album)
{
    std::vector<MasterPage> pages;

    for (const auto& exhibits : masters)
        pages.push_back ({ exhibits,
                           problemsOf (exhibits.report),
                           "m" + std::to_string (pages.size() + 1) + "-" });

    std::string body = verdictShapes();

    if (pages.size() > 1)
        body += contents (pages, album);

    for (const auto& page : pages)
        body += pages.size() == 1 ? masterSection (page)
                                  : classed ("div", "master", masterSection (page));

    return "<!DOCTYPE html>\n<html lang=\"en\">\n" + headOf (masters)
           + element ("body", "", element ("main", "", body) + footOf (origin)) + "</html>\n";
}

} // namespace report
