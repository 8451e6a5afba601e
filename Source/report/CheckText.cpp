// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/CheckText.h"

#include "report/Problems.h"
#include "report/Revision.h"
#include "report/Sentences.h"
#include "report/SvgText.h"
#include "report/Words.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <vector>

namespace report
{

namespace
{

using analysis::MergedFinding;
using analysis::Severity;
using analysis::TranslationReport;
using analysis::Verdict;

/** With more devices than this, those that are fine are only counted. */
constexpr std::size_t mostDevices = 24;

class Page
{
public:
    Page (const TranslationReport& shown, TextStyle style) : report (shown), look (style) {}

    std::string write (const Revision* since)
    {
        paragraph (std::filesystem::path { report.file }.filename().string(), "");
        paragraph (verdictSentence (report), "");

        if (since != nullptr)
            changes (*since);

        devices();
        findings();
        list ("About the file", factsFound());
        list ("Not assessable", unanswered());
        list ("Please note", report.notes);
        return std::move (text);
    }

private:
    void blank() { text += "\n"; }

    /** Every line after `indent`, but the first after `label`, which is as wide. */
    void paragraph (const std::string& words, const std::string& label, const std::string& ink = "")
    {
        const auto indent = std::string (numCharacters (label), ' ');
        const auto width = std::max<std::size_t> (
            20, look.columns - std::min (look.columns, indent.size()));
        bool isFirst = true;

        for (const auto& line : wrapped (printable (words), width))
        {
            text += (isFirst ? painted (label, ink) : indent) + line + "\n";
            isFirst = false;
        }
    }

    void list (const std::string& heading, const std::vector<std::string>& items)
    {
        if (items.empty())
            return;

        text += "\n" + heading + "\n";

        for (const auto& item : items)
            paragraph (item, "- ");
    }

    std::string painted (const std::string& words, const std::string& ink) const
    {
        const bool isPlain = look.ink == TextStyle::Ink::plain || ink.empty();
        return isPlain ? words : "\x1b[" + ink + "m" + words + "\x1b[0m";
    }

    static std::string inkOf (Verdict verdict)
    {
        constexpr std::array<const char*, 4> inks { "32", "36", "33", "1;31" };
        return inks[static_cast<std::size_t> (verdict)];
    }

    std::string headingsOn (const std::string& device) const
    {
        std::vector<std::string> headings;

        for (const auto& finding : report.findings)
            if (const auto heading = decapitalised (std::string { ruleHeading (finding.rule) });
                finding.device == device && std::ranges::find (headings, heading) == headings.end())
                headings.push_back (heading);

        return enumerated (headings);
    }

    void changes (const Revision& revision)
    {
        blank();
        paragraph (headlineOf (revision), "");

        for (const auto& [what, sentences] : sentencesOf (revision, report))
            list (what, sentences);
    }

    void devices()
    {
        const bool leavesOut = report.columns.size() > mostDevices;
        std::size_t numFine = 0;
        std::size_t width = 0;

        for (const auto& column : report.columns)
            width = std::max (width, numCharacters (column.name));

        width = std::min (width, look.columns / 2);
        blank();

        for (const auto& column : report.columns)
        {
            const bool isFine = column.verdict == Verdict::pass;
            numFine += isFine ? 1 : 0;

            if (! isFine || ! leavesOut)
                device (column, width);
        }

        if (leavesOut && numFine != 0)
            text += "  " + counted (numFine, "device") + ": "
                    + painted ("Fine", inkOf (Verdict::pass)) + "\n";
    }

    void device (const analysis::ColumnReport& column, std::size_t width)
    {
        constexpr std::size_t verdictWidth = 16;
        const auto name = shortened (printable (column.name), width);
        const std::string verdict { verdictName (column.verdict) };
        const auto room = look.columns - std::min (look.columns, width + verdictWidth + 4);
        const auto about = shortened (headingsOn (column.id), room);

        text += "  " + name + std::string (width - numCharacters (name) + 2, ' ')
                + painted (verdict, inkOf (column.verdict))
                + (about.empty() ? "" : std::string (verdictWidth - verdict.size(), ' ') + about)
                + "\n";
    }

    std::vector<std::string> factsFound() const
    {
        std::vector<std::string> facts { factsOf (report) + "." };

        for (const auto& fact : factsFoundIn (report))
            facts.push_back (sentenceOf (fact, report));

        return facts;
    }

    std::vector<std::string> unanswered() const
    {
        std::vector<std::string> sentences;

        for (const auto& question : report.notAssessable)
            if (std::ranges::find (sentences, question.why) == sentences.end())
                sentences.push_back (question.why);

        return sentences;
    }

    void findings()
    {
        const auto found = problemsOf (report);

        if (found.empty())
            return;

        text += "\nWhat matters most\n";

        for (std::size_t i = 0; i < std::min (mostFixes, found.size()); ++i)
            finding (found[i], std::to_string (i + 1) + ". ");

        if (found.size() > mostFixes)
            paragraph (counted (found.size() - mostFixes, "more finding") + ": "
                           + decapitalised (std::string { ruleHeading (found[mostFixes].rule) })
                           + headingsAfter (found, mostFixes + 1) + ".",
                       "   ");
    }

    static std::string headingsAfter (const std::vector<MergedFinding>& found, std::size_t first)
    {
        std::string words;

        for (std::size_t i = first; i < found.size(); ++i)
            words += ", " + decapitalised (std::string { ruleHeading (found[i].rule) });

        return words;
    }

    void finding (const MergedFinding& finding, const std::string& number)
    {
        const auto verdict = verdictOf (finding.severity);
        const std::string indent (number.size(), ' ');
        const auto& remedy = finding.worst.remedy;
        text += number + painted (std::string { verdictName (verdict) }, inkOf (verdict)) + " · "
                + decapitalised (std::string { ruleHeading (finding.rule) }) + "\n";
        paragraph (sentenceOf (finding, report), indent);

        if (! remedy.sentence.empty())
            paragraph (remedy.sentence, indent + (remedy.wasTried ? "Tried: " : "To do: "));

        paragraph (evidenceSentence (finding.worst.evidence), indent + "Shown by: ");
        paragraph (certaintySentence (finding.worst), indent);
    }

    const TranslationReport& report;
    TextStyle look;
    std::string text;
};

} // namespace

std::string checkText (const TranslationReport& report, TextStyle style, const Revision* since)
{
    return Page { report, style }.write (since);
}

} // namespace report
