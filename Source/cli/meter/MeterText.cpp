// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Table.h"
#include "cli/meter/MeterReport.h"

#include <algorithm>
#include <set>

namespace cli
{

namespace
{

constexpr std::size_t leastNameWidth = 12;
constexpr std::size_t roomForAllColumns = 100;
constexpr const char* minusInfinity = "−∞";
constexpr const char* noNumber = "–";

/** A window this long must have been heard for there to be a number. */
constexpr double momentarySeconds = 0.4;
constexpr double shortTermSeconds = 3.0;

std::string cell (const std::optional<double>& value, const char* otherwise)
{
    return value ? numberText (*value, 1) : otherwise;
}

std::string cell (const std::optional<units::Lufs>& value, const char* otherwise)
{
    return cell (value ? std::optional { value->value } : std::nullopt, otherwise);
}

/** The cells of BS.1770 and EBU R 128. What lasted long enough and has no number was silent. */
std::vector<std::string> cellsOf (const hearing::ProgrammeLoudness& loudness, double seconds)
{
    const auto unless = [seconds] (double window) {
        return seconds < window ? noNumber : minusInfinity;
    };
    const auto& peak = loudness.truePeakDbtp;

    return { cell (loudness.integrated, unless (momentarySeconds)),
             cell (loudness.rangeLu, noNumber),
             cell (peak ? std::optional { peak->value() } : std::nullopt, minusInfinity),
             cell (loudness.peakToLoudnessDb(), noNumber),
             cell (loudness.maxMomentary, unless (momentarySeconds)),
             cell (loudness.maxShortTerm, unless (shortTermSeconds)) };
}

enum class Columns
{
    all,
    withoutMaximum ///< of N: it is in the JSON
};

std::vector<std::string> cellsOf (const hearing::ProgrammeSensation& sensation, Columns columns)
{
    std::vector<std::string> cells { numberText (sensation.n5Sone, 1),
                                     cell (sensation.loudnessLevelPhon, noNumber),
                                     sensation.sharpness5Acum
                                         ? numberText (*sensation.sharpness5Acum, 2)
                                         : noNumber };

    if (columns == Columns::all)
        cells.insert (cells.begin(), numberText (sensation.nMaxSone, 1));

    return cells;
}

using Row = std::vector<std::string>;

Row joined (std::string name, Row first, const Row& second)
{
    first.insert (first.begin(), std::move (name));
    first.insert (first.end(), second.begin(), second.end());
    return first;
}

std::vector<Row> headings (Columns columns)
{
    Row names { "N 5%", "level", "sharp" };
    Row units { "sone", "phon", "acum" };

    if (columns == Columns::all)
    {
        names.insert (names.begin(), "N max");
        units.insert (units.begin(), "sone");
    }

    return { joined ("", { "I", "LRA", "peak", "PLR", "max M", "max S" }, names),
             joined ("file", { "LUFS", "LU", "dBTP", "dB", "LUFS", "LUFS" }, units) };
}

/** File names, or paths where names alone would be alike. */
std::vector<std::string> namesOf (const std::vector<MeteredFile>& files)
{
    std::set<std::string> different;

    for (const auto& file : files)
        different.insert (file.file.filename().string());

    std::vector<std::string> names;
    names.reserve (files.size());

    for (const auto& file : files)
        names.push_back (different.size() == files.size() ? file.file.filename().string()
                                                          : file.file.string());

    return names;
}

std::vector<Row> rowsOf (const MeterReport& report, Columns columns)
{
    auto rows = headings (columns);
    const auto names = namesOf (report.files);

    for (std::size_t f = 0; f < report.files.size(); ++f)
    {
        const auto& file = report.files[f];
        rows.push_back (joined (
            names[f], cellsOf (file.loudness, file.seconds), cellsOf (file.sensation, columns)));
    }

    if (report.album)
        rows.push_back (joined ("all " + std::to_string (report.files.size()) + " as one",
                                cellsOf (*report.album, HUGE_VAL),
                                Row (rows[0].size() - 7)));

    return rows;
}

Table tableOf (const std::vector<Row>& rows)
{
    std::vector<Table::Align> alignments (rows[0].size(), Table::Align::right);
    alignments[0] = Table::Align::left;
    Table table { alignments };

    for (const auto& row : rows)
        table.add (row);

    return table;
}

/** What the figures leave of a line for the names. */
std::size_t roomForNames (std::vector<Row> rows, std::size_t columns)
{
    for (auto& row : rows)
        row[0].clear();

    std::size_t figures = 0;

    for (const auto& line : tableOf (rows).lines())
        figures = std::max (figures, displayWidth (line));

    return std::max (leastNameWidth, columns - std::min (columns, figures));
}

} // namespace

std::string meterText (const MeterReport& report, std::size_t columns)
{
    if (report.files.empty())
        return {};

    const bool isNarrow = columns != 0 && columns < roomForAllColumns;
    auto rows = rowsOf (report, isNarrow ? Columns::withoutMaximum : Columns::all);

    if (columns != 0)
    {
        const auto room = roomForNames (rows, columns);

        for (auto& row : rows)
            row[0] = shortened (row[0], room);
    }

    return tableOf (rows).text();
}

std::string meterLegend (const MeterReport& report, std::size_t columns)
{
    const auto& calibration = report.calibration;
    return "\n"
           + wrapped (
               "I, LRA, max M, max S: integrated, range, loudest 400 ms and 3 s (EBU R 128). "
               "peak: true peak. PLR: peak above I.",
               columns)
           + wrapped ("N, level, sharp: ISO 532-1 loudness that is exceeded 5 % of the time, its "
                      "loudness level, and DIN 45692 sharpness, when a full-scale sine is "
                          + numberText (calibration.fullScale.dbSpl, 0) + " dB SPL in a "
                          + (calibration.field == hearing::SoundField::free ? "free" : "diffuse")
                          + " field.",
                      columns);
}

} // namespace cli
