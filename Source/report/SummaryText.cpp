// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/SummaryText.h"

#include "analysis/MasterVerdict.h"
#include "report/Problems.h"
#include "report/SvgText.h"
#include "report/Words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <set>

namespace report
{

namespace
{

using analysis::TranslationReport;
using analysis::Verdict;

constexpr std::size_t verdictWidth = 16;
constexpr std::size_t loudnessWidth = 7;
constexpr double serviceTargetLufs = -14.0; ///< Spotify, YouTube, TIDAL, Amazon Music

std::string oneDecimal (double value)
{
    const auto number = svgNumber (std::round (10.0 * value) / 10.0);
    return number.find ('.') == std::string::npos ? number + ".0" : number;
}

std::string nameOf (const TranslationReport& report)
{
    return printable (std::filesystem::path { report.file }.filename().string());
}

std::string padded (const std::string& words, std::size_t width)
{
    return words + std::string (width - std::min (width, numCharacters (words)), ' ');
}

/** What is to be mended; where nothing is, what is worth knowing about the file. */
std::string whatWasFound (const TranslationReport& report)
{
    const auto problems = problemsOf (report);
    std::vector<std::string> headings;

    for (const auto& problem : problems.empty() ? factsFoundIn (report) : problems)
        if (const auto heading = decapitalised (std::string { ruleHeading (problem.rule) });
            std::ranges::find (headings, heading) == headings.end())
            headings.push_back (heading);

    return enumerated (headings);
}

std::string inkOf (Verdict verdict)
{
    constexpr std::array<const char*, 4> inks { "32", "36", "33", "1;31" };
    return inks[static_cast<std::size_t> (verdict)];
}

std::string lineOf (const TranslationReport& report, std::size_t nameWidth, TextStyle style)
{
    const auto verdict = verdictOn (report);
    const auto words = padded (std::string { verdictName (verdict) }, verdictWidth);
    const auto& integrated = report.loudness.integrated;
    const auto loudness = integrated ? oneDecimal (integrated->value) : "–";
    const auto used = verdictWidth + nameWidth + loudnessWidth + 2;
    const auto found = shortened (whatWasFound (report),
                                  std::max (used + 10, style.columns) - used);

    return (style.ink == TextStyle::Ink::plain
                ? words
                : "\x1b[" + inkOf (verdict) + "m" + words + "\x1b[0m")
           + padded (shortened (nameOf (report), nameWidth), nameWidth)
           + std::string (loudnessWidth - std::min (loudnessWidth, numCharacters (loudness)), ' ')
           + loudness + (found.empty() ? "" : "  " + found) + "\n";
}

std::string countsOf (std::span<const TranslationReport> masters)
{
    std::vector<std::string> parts;

    for (const auto verdict : { Verdict::fail, Verdict::warn, Verdict::note, Verdict::pass })
    {
        const auto count = std::ranges::count_if (
            masters,
            [verdict] (const TranslationReport& each) { return verdictOn (each) == verdict; });

        if (count != 0)
            parts.push_back (std::string { verdictName (verdict) } + " " + std::to_string (count));
    }

    return counted (masters.size(), "master") + ": " + enumerated (parts) + ".";
}

} // namespace

std::string albumSentence (const Album& album, std::span<const TranslationReport> masters)
{
    if (! album.integrated)
        return {};

    const double level = album.integrated->value;
    const double gain = serviceTargetLufs - level;
    const TranslationReport* quietest = nullptr;
    const TranslationReport* loudest = nullptr;

    for (const auto& master : masters)
    {
        if (! master.loudness.integrated)
            continue;

        if (quietest == nullptr || master.loudness.integrated < quietest->loudness.integrated)
            quietest = &master;

        if (loudest == nullptr || master.loudness.integrated > loudest->loudness.integrated)
            loudest = &master;
    }

    const auto peak = album.truePeakDbtp ? ", " + oneDecimal (album.truePeakDbtp->value()) + " dBTP"
                                         : "";
    const auto turned = gain < 0.0 ? "turn all of it down by " + oneDecimal (-gain) + " dB"
                                   : "leave it, or turn all of it up by at most "
                                         + oneDecimal (gain) + " dB";
    auto sentence = "As one programme this is " + oneDecimal (level) + " LUFS" + peak
                    + ": services that play an album as one " + turned
                    + " (to -14 LUFS), and its tracks keep their distances.";

    constexpr double worthSayingLu = 1.0;

    if (quietest == nullptr
        || loudest->loudness.integrated->value - quietest->loudness.integrated->value
               < worthSayingLu)
        return sentence;

    return sentence + " The loudest is " + nameOf (*loudest) + ", "
           + oneDecimal (loudest->loudness.integrated->value - level)
           + " LU above the whole, the quietest " + nameOf (*quietest) + ", "
           + oneDecimal (level - quietest->loudness.integrated->value)
           + " LU below; played by itself, each is brought to the same level.";
}

std::string summaryText (std::span<const TranslationReport> masters, TextStyle style)
{
    std::size_t nameWidth = 10;

    for (const auto& master : masters)
        nameWidth = std::max (nameWidth, numCharacters (nameOf (master)));

    nameWidth = std::min (nameWidth, std::max<std::size_t> (10, style.columns / 2 - 12));
    std::string text = std::string (verdictWidth + nameWidth, ' ') + "   LUFS\n";

    for (const auto& master : masters)
        text += lineOf (master, nameWidth, style);

    return text + "\n" + countsOf (masters) + "\n";
}

} // namespace report
