// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/MasterVerdict.h"
#include "report/Places.h"
#include "report/Problems.h"
#include "report/Sentences.h"
#include "report/Words.h"
#include "report/html/Markup.h"
#include "report/html/MasterPage.h"

#include <algorithm>
#include <filesystem>

namespace report
{

namespace
{

std::string listOf (const std::vector<std::string>& sentences)
{
    std::string items;

    for (const auto& sentence : sentences)
        items += element ("li", "", escapedSentence (sentence));

    return element ("ul", "", items);
}

std::string section (const std::string& heading, const std::string& content)
{
    return content.empty() ? content
                           : element ("section", "", element ("h2", "", heading) + content);
}

std::string cards (const MasterPage& page, std::size_t first, std::size_t last)
{
    std::string all;

    for (std::size_t i = first; i < std::min (last, page.problems.size()); ++i)
        all += problemCard (page, i);

    return all;
}

std::string fineOn (const analysis::TranslationReport& report)
{
    std::vector<std::string> fine;

    for (const auto& column : report.columns)
        if (column.verdict == analysis::Verdict::pass)
            fine.push_back (column.id);

    if (fine.empty() || ! report.loudness.integrated)
        return {};

    return classed ("p",
                    "fine",
                    verdictSign (analysis::Verdict::pass)
                        + escapedSentence ("Fine " + placesOf (fine, report) + "."));
}

std::vector<std::string> aboutTheFile (const analysis::TranslationReport& report)
{
    std::vector<std::string> sentences { factsOf (report) + "." };

    for (const auto& fact : factsFoundIn (report))
        sentences.push_back (sentenceOf (fact, report) + " " + fact.worst.remedy.sentence);

    return sentences;
}

std::vector<std::string> unanswered (const analysis::TranslationReport& report)
{
    std::vector<std::string> sentences;

    for (const auto& question : report.notAssessable)
        if (std::ranges::find (sentences, question.why) == sentences.end())
            sentences.push_back (question.why);

    return sentences;
}

std::vector<std::string> smallPrint (const analysis::TranslationReport& report)
{
    auto notes = report.notes;

    if (! report.normsOrigin.empty())
        notes.push_back ("Compared with: " + report.normsOrigin + ".");

    return notes;
}

std::string sinceBefore (const MasterPage& page)
{
    const auto& revision = page.exhibits.revision;

    if (! revision)
        return {};

    std::string content = element ("p", "", escapedSentence (headlineOf (*revision)));

    for (const auto& [what, sentences] : sentencesOf (*revision, page.report()))
        content += element ("h3", "", what) + listOf (sentences);

    return classed ("section", "since", element ("h2", "", "What the revision changed") + content);
}

std::string headOf (const MasterPage& page)
{
    const auto& report = page.report();
    const std::string verdict { verdictId (verdictOn (report)) };

    return element (
        "header",
        "class=\"top " + verdict + "\"",
        classed ("p", "file", escaped (std::filesystem::path { report.file }.filename().string()))
            + element (
                "h1", "id=\"" + page.prefix + "top\"", escapedSentence (verdictSentence (report)))
            + fineOn (report));
}

} // namespace

std::string masterSection (const MasterPage& page)
{
    const auto& report = page.report();
    const auto notes = smallPrint (report);
    const auto questions = unanswered (report);

    return headOf (page) + sinceBefore (page)
           + section ("What matters most", cards (page, 0, mostFixes)) + problemMatrix (page)
           + waveformStrip (page)
           + section ("Also found", cards (page, mostFixes, page.problems.size()))
           + section ("About the file", listOf (aboutTheFile (report)))
           + section ("Not assessable", questions.empty() ? "" : listOf (questions))
           + section ("Please note", notes.empty() ? "" : listOf (notes));
}

} // namespace report
