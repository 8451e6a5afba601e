// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/audition/AuditionText.h"

#include "cli/Table.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace cli
{

namespace
{

using monitoring::LoudnessMatch;

std::string numberOrDash (const std::optional<double>& value)
{
    return numberText (value.value_or (std::numeric_limits<double>::quiet_NaN()), 1);
}

files::Json numberOrNull (const std::optional<double>& value)
{
    return value ? files::Json { *value } : files::Json {};
}

std::string matchName (monitoring::Match match)
{
    switch (match)
    {
    case monitoring::Match::loudness:
        return "loudness";
    case monitoring::Match::lufs:
        return "lufs";
    case monitoring::Match::off:
        break;
    }

    return "off";
}

std::optional<double> phonOf (const AuditionRow& row, double LoudnessMatch::*phon)
{
    return row.loudness ? std::optional { (*row.loudness).*phon } : std::nullopt;
}

/** The rows of one master. By loudness, what the ear heard stands before and after the gain; what is
    written is in LUFS, as other programs will show it. */
Table tableOf (std::span<const AuditionRow> rows, monitoring::Match match)
{
    using enum Table::Align;
    const bool byEar = match == monitoring::Match::loudness;
    Table table { byEar ? std::vector { left, right, right, right, right, right }
                        : std::vector { left, right, right, right, right } };
    using Cells = std::vector<std::string>;
    table.add (byEar ? Cells { "heard on", "rendered", "match", "matched", "written", "peak" }
                     : Cells { "heard on", "rendered", "match", "written", "peak" });
    table.add (byEar ? Cells { "", "phon", "dB", "phon", "LUFS", "dBTP" }
                     : Cells { "", "LUFS", "dB", "LUFS", "dBTP" });

    for (const auto& row : rows)
    {
        Cells cells { row.subject };
        cells.push_back (
            numberOrDash (byEar ? phonOf (row, &LoudnessMatch::phonAsRendered) : row.lufsBefore));
        cells.push_back (signedText (row.matchDb, 1));

        if (byEar)
            cells.push_back (numberOrDash (phonOf (row, &LoudnessMatch::phonMatched)));

        cells.push_back (numberOrDash (row.lufsAfter));
        cells.push_back (numberOrDash (row.truePeakDbtp));
        table.add (std::move (cells));
    }

    return table;
}

/** The rows of one master of which nothing was written. */
Table levelsTableOf (std::span<const AuditionRow> rows)
{
    using enum Table::Align;
    Table table { { left, right, right } };
    table.add ({ "heard on", "rendered", "peak" });
    table.add ({ "", "LUFS", "dBTP" });

    for (const auto& row : rows)
        table.add ({ row.subject, numberOrDash (row.lufsBefore), numberOrDash (row.truePeakDbtp) });

    return table;
}

/** Where the files are, and with several masters which of them the table is about. */
std::string headingOf (std::span<const AuditionRow> rows)
{
    const auto& file = rows.front().file;

    if (file.empty())
        return rows.front().master + "\n";

    if (rows.size() == 1)
        return rows.front().master + " -> " + file.string() + "\n";

    return rows.front().master + " -> " + std::to_string (rows.size()) + " files in "
           + (file.has_parent_path() ? file.parent_path().string() : ".") + "\n";
}

/** By how much what was matched differs, and at what level it was listened to. */
std::string matchSentence (const AuditionReport& report)
{
    double residual = 0.0;
    double lowest = 1000.0;
    double highest = 0.0;

    for (const auto& row : report.rows)
    {
        lowest = std::min (lowest, row.listeningLevelDbSpl);
        highest = std::max (highest, row.listeningLevelDbSpl);

        if (row.loudness)
            residual = std::max (residual, std::abs (row.loudness->residualPhon()));
    }

    const auto level = numberText (lowest, 0)
                       + (highest > lowest ? " to " + numberText (highest, 0) : "");
    return "Each as loud as Untouched at its listening level, " + level + " dB SPL, within "
           + numberText (std::max (0.01, residual), 2) + " phon (ISO 532-1, N5).\n";
}

std::optional<double> residualOf (const AuditionRow& row)
{
    return row.loudness ? std::optional { row.loudness->residualPhon() } : std::nullopt;
}

std::string safetySentence (const AuditionReport& report)
{
    if (report.isExact)
        return "Exact: master * impulse response, no gain of any kind.\n";

    if (report.safetyDb == 0.0)
        return "Safety gain 0 dB: nothing peaks above -1 dBTP.\n";

    return "Safety gain " + numberText (report.safetyDb, 2)
           + " dB on all outputs (Neutral included), so that nothing peaks above -1 dBTP and all "
             "stay matched.\n";
}

} // namespace

std::string auditionText (const AuditionReport& report, std::size_t columns)
{
    if (report.rows.empty())
        return {};

    const bool isOfLevels = report.rows.front().file.empty();
    std::string text;

    for (auto rest = std::span { report.rows }; ! rest.empty();)
    {
        const auto other = std::ranges::find_if (
            rest, [&rest] (const AuditionRow& row) { return row.master != rest.front().master; });
        const auto ofMaster = rest.first (static_cast<std::size_t> (other - rest.begin()));
        const auto table = isOfLevels ? levelsTableOf (ofMaster) : tableOf (ofMaster, report.match);
        text += headingOf (ofMaster) + table.text ("  ");
        rest = rest.subspan (ofMaster.size());
    }

    if (report.match == monitoring::Match::loudness)
        text += wrapped (matchSentence (report), columns);

    if (! isOfLevels)
        text += wrapped (safetySentence (report), columns);

    for (const auto& note : report.notes)
        text += listItem (note, columns);

    return text;
}

files::Json auditionJson (const AuditionReport& report)
{
    files::Json::Array outputs;

    for (const auto& row : report.rows)
        outputs.push_back (files::Json::Object {
            { "master", row.master },
            { "heardOn", row.subject },
            { "device", row.device },
            { "file", row.file.empty() ? files::Json {} : files::Json { row.file.string() } },
            { "renderedLufs", numberOrNull (row.lufsBefore) },
            { "matchDb", row.matchDb },
            { "listeningLevelDbSpl", row.listeningLevelDbSpl },
            { "renderedPhon", numberOrNull (phonOf (row, &LoudnessMatch::phonAsRendered)) },
            { "matchedPhon", numberOrNull (phonOf (row, &LoudnessMatch::phonMatched)) },
            { "residualPhon", numberOrNull (residualOf (row)) },
            { "writtenLufs", numberOrNull (row.lufsAfter) },
            { "truePeakDbtp", numberOrNull (row.truePeakDbtp) } });

    files::Json::Array notes { report.notes.begin(), report.notes.end() };
    return files::Json::Object { { "schema", 1 },
                                 { "match", matchName (report.match) },
                                 { "safetyGainDb", report.safetyDb },
                                 { "outputs", std::move (outputs) },
                                 { "notes", std::move (notes) } };
}

} // namespace cli
