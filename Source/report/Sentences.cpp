// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/Sentences.h"

#include "report/Places.h"
#include "report/SvgText.h"
#include "report/Words.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace report
{

namespace
{

using analysis::Severity;
using analysis::TranslationReport;
using analysis::Verdict;

constexpr std::size_t mostTimes = 3;
constexpr double nearlyAll = 0.9;
constexpr double isCertain = 0.5; ///< heuristic

std::string timeOf (const analysis::TimeRange& range)
{
    const auto start = clockTime (range.start);
    const auto end = clockTime (std::ceil (range.end));
    return start == end ? start : start + "–" + end;
}

/** Of the first semicolon that does not stand in brackets; or npos. */
std::size_t semicolonIn (std::string_view sentence)
{
    int depth = 0;

    for (std::size_t i = 0; i < sentence.size(); ++i)
        if (sentence[i] == ';' && depth == 0)
            return i;
        else
            depth += sentence[i] == '(' ? 1 : sentence[i] == ')' ? -1 : 0;

    return std::string_view::npos;
}

/** Before the first semicolon or the end, unless the sentence has a time of its own. */
std::string withTimes (std::string sentence, const std::string& times)
{
    const auto colon = sentence.find (':');
    const auto isDigit = [&] (std::size_t place) {
        return place < sentence.size() && sentence[place] >= '0' && sentence[place] <= '9';
    };

    if (times.empty() || (colon != std::string::npos && isDigit (colon + 1)))
        return sentence;

    auto place = semicolonIn (sentence);

    if (place == std::string::npos)
        place = sentence.ends_with ('.') ? sentence.size() - 1 : sentence.size();

    return sentence.insert (place, " (" + times + ")");
}

std::string atPlace (const std::string& place, const std::string& sentence)
{
    if (place.empty())
        return sentence;

    const auto rest = decapitalised (sentence);
    return capitalised (place) + (rest.starts_with ("the ") ? " " : ", ") + rest;
}

std::vector<std::string> columnsWith (Verdict verdict, const TranslationReport& report)
{
    std::vector<std::string> ids;

    for (const auto& column : report.columns)
        if (column.verdict == verdict)
            ids.push_back (column.id);

    return ids;
}

/** How the file itself does, whatever it is played on. */
std::string aboutTheFile (const TranslationReport& report)
{
    auto worst = Severity::note;

    for (const auto& finding : report.findings)
        if (finding.device == "*")
            worst = std::max (worst, finding.severity);

    return worst == Severity::fail   ? "the file itself has a fault"
           : worst == Severity::warn ? "the file itself has a likely problem"
                                     : "";
}

std::string aboutTheRest (const TranslationReport& report, std::size_t numBad)
{
    const auto numFine = report.columns.size() - numBad;
    const auto notes = placesOf (columnsWith (Verdict::note, report), report);
    const auto all = std::to_string (report.columns.size()) + " devices";

    if (numBad != 0)
        return numFine == 0 ? "" : "no problem on the other " + std::to_string (numFine);

    return notes.empty() ? "fine on all " + all
                         : "no problem on any of " + all + "; worth a listen " + notes;
}

/** Shares have no unit, and nor have correlations and deviations, which are no per cent. */
bool isOfShares (const analysis::Evidence& evidence)
{
    const auto isShare = [] (double value) { return value >= 0.0 && value <= 1.0; };
    return evidence.unit.empty() && isShare (evidence.measured) && isShare (evidence.allowed);
}

std::string quantityWords (double value, const analysis::Evidence& evidence)
{
    if (! std::isfinite (value))
        return "no number";

    return isOfShares (evidence)   ? svgNumber (std::round (100.0 * value)) + " %"
           : evidence.unit.empty() ? svgNumber (value)
                                   : svgNumber (value) + " " + evidence.unit;
}

std::string levelWords (const std::optional<double>& value, const std::string& unit)
{
    return value ? svgNumber (std::round (10.0 * *value) / 10.0) + " " + unit : "";
}

std::string joinedClauses (std::vector<std::string> clauses, const std::string& between)
{
    std::erase (clauses, "");
    std::string text;

    for (const auto& clause : clauses)
        text += (text.empty() ? "" : between) + clause;

    return text;
}

} // namespace

std::string timesOf (std::span<const analysis::TimeRange> ranges, double masterSeconds)
{
    if (ranges.empty())
        return {};

    if (totalLength (ranges) >= nearlyAll * masterSeconds)
        return "throughout";

    std::string text;

    for (std::size_t i = 0; i < std::min (mostTimes, ranges.size()); ++i)
        text += (i == 0 ? "" : ", ") + timeOf (ranges[i]);

    return ranges.size() <= mostTimes
               ? text
               : text + " and " + std::to_string (ranges.size() - mostTimes) + " more";
}

std::string sentenceOf (const analysis::MergedFinding& finding, const TranslationReport& report)
{
    const auto milder = placesOf (finding.milder, report);
    return atPlace (placesOf (finding.devices, report),
                    withTimes (finding.worst.summary, timesOf (finding.ranges, report.seconds)))
           + (milder.empty() ? "" : " Less so " + milder + ".");
}

std::string verdictSentence (const TranslationReport& report)
{
    if (! report.loudness.integrated)
        return "Nothing to judge: the file is silent, or shorter than 0.4 s.";

    const auto broken = columnsWith (Verdict::fail, report);
    const auto bad = columnsWith (Verdict::warn, report);
    const auto breaks = placesOf (broken, report);
    const auto problems = placesOf (bad, report);

    return capitalised (
        joinedClauses (
            { breaks.empty() ? "" : "breaks " + breaks,
              problems.empty() ? "" : "likely problems " + problems,
              report.columns.empty() ? "" : aboutTheRest (report, broken.size() + bad.size()),
              aboutTheFile (report) },
            "; ")
        + ".");
}

std::string evidenceSentence (const analysis::Evidence& evidence)
{
    return capitalised (evidence.quantity) + ": " + quantityWords (evidence.measured, evidence)
           + ", threshold " + quantityWords (evidence.allowed, evidence) + " ("
           + std::string { basisId (evidence.basis) }
           + (evidence.source.empty() ? "" : ": " + evidence.source) + ").";
}

std::string measuredWords (const analysis::Evidence& evidence)
{
    return quantityWords (evidence.measured, evidence);
}

std::string certaintySentence (const analysis::Finding& finding)
{
    return finding.confidence < isCertain ? "Not certain: please listen." : "";
}

std::string factsOf (const TranslationReport& report)
{
    const auto& loudness = report.loudness;
    const auto lufs = loudness.integrated ? std::optional { loudness.integrated->value }
                                          : std::nullopt;
    const auto peak = loudness.truePeakDbtp ? std::optional { loudness.truePeakDbtp->value() }
                                            : std::nullopt;
    const auto* channels = report.numChannels == 1   ? " mono"
                           : report.numChannels == 2 ? " stereo"
                                                     : "";

    return joinedClauses ({ clockTime (report.seconds),
                            svgNumber (report.sampleRate / 1000.0) + " kHz" + channels,
                            levelWords (lufs, "LUFS integrated"),
                            levelWords (loudness.rangeLu, "LU range"),
                            levelWords (peak, "dBTP true peak"),
                            levelWords (loudness.peakToLoudnessDb(), "dB peak to loudness") },
                          ", ");
}

} // namespace report
