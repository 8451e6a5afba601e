// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/NumberTable.h"

#include "files/TableDialect.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace files
{

using units::Problem;

namespace
{

/** A million-point sweep's spectrum has 2^19 points; four times that is no table of levels. */
constexpr std::size_t maximumRows = std::size_t { 1 } << 21u;

bool isComment (std::string_view text)
{
    return text.starts_with ('*') || text.starts_with ('#') || text.starts_with ('%')
           || text.starts_with ("//");
}

bool saysNothing (std::string_view cell)
{
    const auto word = lowerCase (cell);
    return word.empty() || word == "n/a" || word == "na" || word == "-" || word == "--"
           || word == "null";
}

std::optional<double> cellValue (std::string_view cell, DecimalMark mark)
{
    if (saysNothing (cell))
        return std::numeric_limits<double>::quiet_NaN();

    return parseNumber (cell, mark);
}

bool isNumber (const std::string& cell)
{
    return parseNumber (cell, DecimalMark::comma).has_value();
}

/** Gathers the rows; knows what was there before. */
class Reader
{
public:
    Reader (Dialect rules, std::string name) : dialect (rules), where (std::move (name)) {}

    units::Result<void> read (const TextLine& line)
    {
        const auto text = trimmed (line.text);

        if (text.empty())
            return {};

        if (isComment (text))
            table.comments.emplace_back (text);
        else if (beginsARow (text))
            return readRow (line.number, withoutLooseEnd (splitCells (text, dialect.separator)));
        else if (table.numRows() > 0)
            return problem (line.number,
                            quoted (text) + " is not a row of numbers.",
                            "Delete the line, or put # in front of it if it is a remark.");
        else
            return readHeader (line.number, text);

        return {};
    }

    units::Result<NumberTable> finish() &&
    {
        if (table.numRows() == 0)
            return Problem { Problem::Kind::invalidValue,
                             where,
                             "There is no line with a frequency and a level in it.",
                             "Export the response as text: one line per frequency, Hz and dB." };

        if (dialect.mark == DecimalMark::comma)
            table.notes.emplace_back ("Decimal commas were read as decimal points.");

        if (isAmbiguous())
            return problem (table.lineNumbers.front(),
                            "The commas may separate columns or mark decimals.",
                            "Export with decimal points, or with semicolons between the columns.");

        return std::move (table);
    }

private:
    /** A separator at the end of a line opens no column, unless the header names one. */
    std::vector<std::string> withoutLooseEnd (std::vector<std::string> row) const
    {
        const auto expected = std::max (
            { std::size_t { 2 }, table.header.size(), table.numColumns });

        while (row.size() > expected && row.back().empty())
            row.pop_back();

        return row;
    }

    units::Result<void> readRow (std::size_t number, const std::vector<std::string>& row)
    {
        if (table.numRows() == 0)
            table.numColumns = row.size();

        if (row.size() < 2)
            return problem (number,
                            "There is only one number in this line.",
                            "Every line needs a frequency in Hz and a level in dB.");

        if (row.size() != table.numColumns && ! fits (row.size()))
            return problem (number,
                            "There are " + std::to_string (row.size())
                                + " columns here and there were "
                                + std::to_string (table.numColumns) + " before.",
                            "Give every line the same columns.");

        if (table.numRows() == maximumRows)
            return problem (number,
                            "There are more than " + std::to_string (maximumRows) + " lines.",
                            "Export with fewer points: 96 per octave are plenty.");

        return appendRow (number, row);
    }

    /** Trailing cells may be empty where a header says that they are there. */
    bool fits (std::size_t numCells) const
    {
        return numCells < table.numColumns && table.header.size() >= table.numColumns;
    }

    units::Result<void> appendRow (std::size_t number, const std::vector<std::string>& row)
    {
        for (std::size_t column = 0; column < table.numColumns; ++column)
        {
            const auto value = cellValue (column < row.size() ? row[column] : "", dialect.mark);

            if (! value)
                return problem (number,
                                quoted (row[column]) + " in column " + std::to_string (column + 1)
                                    + " is not a number.",
                                "Mend it, or delete the line.");

            table.cells.push_back (*value);
        }

        table.lineNumbers.push_back (number);
        return {};
    }

    units::Result<void> readHeader (std::size_t number, std::string_view text)
    {
        auto names = splitCells (text, dialect.separator);

        // A header may be separated otherwise than the rows.
        if (names.size() < 2)
            names = splitCells (text,
                                text.find (',') != std::string_view::npos
                                    ? Dialect::Separator::comma
                                    : Dialect::Separator::space);

        if (names.size() >= 2 && std::all_of (names.begin() + 1, names.end(), isNumber))
            return problem (number,
                            quoted (names.front()) + " is not a number.",
                            "Mend or delete the line, or put # in front of it if it is a title.");

        if (! table.header.empty())
            table.notes.push_back ("Passed over as a title: " + quoted (title) + ".");

        title = text;
        table.header = std::move (names);
        return {};
    }

    /** "20,5,65,2": whole numbers in four columns without names may be two with decimals. */
    bool isAmbiguous() const
    {
        return dialect.separator == Dialect::Separator::comma && table.numColumns >= 4
               && table.numColumns % 2 == 0 && table.header.size() != table.numColumns
               && std::all_of (table.cells.begin(), table.cells.end(), [] (double value) {
                      return value == std::floor (value);
                  });
    }

    Problem problem (std::size_t number, std::string what, std::string cure) const
    {
        return { Problem::Kind::invalidValue,
                 where + ": line " + std::to_string (number),
                 std::move (what),
                 std::move (cure) };
    }

    Dialect dialect;
    std::string where;
    NumberTable table;
    std::string_view title;
};

} // namespace

units::Result<NumberTable> parseNumberTable (const std::vector<TextLine>& lines,
                                             const std::string& where)
{
    const auto dialect = dialectOf (lines, where);

    if (! dialect)
        return dialect.problem();

    Reader reader (*dialect, where);

    for (const auto& line : lines)
        if (auto read = reader.read (line); ! read)
            return read.problem();

    return std::move (reader).finish();
}

} // namespace files
