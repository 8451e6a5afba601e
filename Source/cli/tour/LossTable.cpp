// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tour/LossTable.h"

#include "cli/Table.h"
#include "cli/tour/BandLosses.h"
#include "units/Precondition.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace cli
{

namespace
{

constexpr std::string_view indent = "  ";

// A difference that most listeners would not notice in one band of a whole mix.
constexpr double hardlyDifferentDb = 1.0;

// As much of a name as still tells devices apart, even where the table gets too wide for the screen.
constexpr std::size_t shortestName = 12;

std::string differenceCell (double difference)
{
    return std::abs (difference) < hardlyDifferentDb ? "·" : signedText (difference, 0);
}

Table lossColumns()
{
    std::vector<Table::Align> alignments (2 + namedBands.size(), Table::Align::right);
    alignments.front() = Table::Align::left;
    return Table { alignments };
}

std::vector<std::string> headings()
{
    std::vector<std::string> names { "heard on", "level" };

    for (const auto& band : namedBands)
        names.emplace_back (band.name);

    return names;
}

std::size_t widthOf (const std::vector<std::string>& lines)
{
    std::size_t width = 0;

    for (const auto& line : lines)
        width = std::max (width, displayWidth (line));

    return width;
}

std::string text (const std::vector<std::vector<std::string>>& rows, std::size_t longestName)
{
    auto table = lossColumns();

    for (auto row : rows)
    {
        row.front() = shortened (row.front(), longestName);
        table.add (std::move (row));
    }

    return table.text (indent);
}

} // namespace

units::Result<std::string> lossTable (const AuditionReport& report, std::size_t columns)
{
    PRECONDITION (report.rows.size() >= 2);
    const auto neutral = bandSums (report.rows[1].file);

    if (! neutral)
        return neutral.problem();

    std::vector<std::vector<std::string>> rows { headings() };

    for (const auto& row : report.rows)
    {
        const auto sums = bandSums (row.file);

        if (! sums)
            return sums.problem();

        rows.push_back ({ row.subject, signedText (-row.matchDb, 1) });

        for (std::size_t b = 0; b < namedBands.size(); ++b)
            rows.back().push_back (differenceCell ((*sums)[b] - (*neutral)[b]));
    }

    std::size_t longestName = 0;

    for (const auto& row : rows)
        longestName = std::max (longestName, displayWidth (row.front()));

    auto whole = lossColumns();

    for (const auto& row : rows)
        whole.add (row);

    const auto width = widthOf (whole.lines (indent));
    const auto tooMuch = width > columns ? width - columns : 0;
    return text (rows, std::max (shortestName, longestName - std::min (longestName, tooMuch)));
}

std::string lossLegend (const AuditionReport& report)
{
    double residual = 0.0;
    std::string bands;

    for (const auto& row : report.rows)
        if (row.loudness)
            residual = std::max (residual, std::abs (row.loudness->residualPhon()));

    for (const auto& band : namedBands)
        bands += (bands.empty() ? "" : ", ") + std::string { band.name } + " "
                 + numberText (band.lowHz, 0) + "-" + numberText (band.highHz, 0);

    return "level: by how many dB the device makes this song louder than the file is. The files "
           "have that taken out: each is as loud as Untouched to the ear, within "
           + numberText (std::max (0.01, residual), 2)
           + " phon, when both are played as loud as such a device usually is. The bands (" + bands
           + " Hz): dB more or less than Neutral; a dot is less than 1 dB.";
}

} // namespace cli
