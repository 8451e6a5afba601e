// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/TableDialect.h"

#include <algorithm>

namespace files
{

using units::Problem;

namespace
{

bool isDigit (char c) { return c >= '0' && c <= '9'; }

/** Begins as only a number does: "20", "-3", "+.5", also in quotation marks. */
bool beginsLikeANumber (std::string_view text)
{
    if (text.starts_with ('"'))
        text.remove_prefix (1);

    if (text.starts_with ('+') || text.starts_with ('-'))
        text.remove_prefix (1);

    if (text.starts_with ('.'))
        text.remove_prefix (1);

    return ! text.empty() && isDigit (text.front());
}

/** Which marks occur in the rows of numbers. */
struct Marks
{
    bool semicolon = false;
    bool tab = false;
    bool space = false; ///< between two cells, with no comma beside it
    bool comma = false;
    bool commaThenSpace = false;
    bool commaThenDigit = false;
    bool point = false;
    bool commaInQuotes = false;
    std::size_t commaLine = 0;

    void look (const TextLine& line)
    {
        const auto text = trimmed (line.text);
        bool inQuotes = false;

        for (std::size_t i = 0; i < text.size(); ++i)
        {
            if (text[i] == '"')
                inQuotes = ! inQuotes;

            lookAt (text, i, inQuotes);
        }

        if (comma && commaLine == 0)
            commaLine = line.number;
    }

private:
    void lookAt (std::string_view text, std::size_t i, bool inQuotes)
    {
        const char before = i > 0 ? text[i - 1] : ' ';
        const char after = i + 1 < text.size() ? text[i + 1] : ' ';
        const char c = text[i];

        point = point || c == '.';
        semicolon = semicolon || c == ';';
        tab = tab || c == '\t';
        commaInQuotes = commaInQuotes || (inQuotes && c == ',');
        space = space || (c == ' ' && before != ',' && after != ',' && before != ' ');

        if (c != ',' || inQuotes)
            return;

        comma = true;
        commaThenSpace = commaThenSpace || after == ' ';
        commaThenDigit = commaThenDigit || isDigit (after);
    }
};

Dialect::Separator separatorOf (const Marks& marks)
{
    using Separator = Dialect::Separator;

    if (marks.semicolon)
        return Separator::semicolon;

    if (marks.tab)
        return Separator::tab;

    if (marks.space)
        return Separator::space;

    if (marks.commaThenSpace && marks.commaThenDigit && ! marks.point)
        return Separator::commaAndSpace;

    return marks.comma ? Separator::comma : Separator::space;
}

bool separates (char c, Dialect::Separator separator)
{
    switch (separator)
    {
    case Dialect::Separator::semicolon:
        return c == ';';
    case Dialect::Separator::tab:
        return c == '\t';
    case Dialect::Separator::comma:
        return c == ',';
    case Dialect::Separator::space:
    case Dialect::Separator::commaAndSpace:
        return c == ' ' || c == '\t';
    }

    return false;
}

std::string cellText (std::string_view raw, Dialect::Separator separator)
{
    auto text = trimmed (raw);

    if (separator == Dialect::Separator::commaAndSpace && text.ends_with (','))
        text.remove_suffix (1);

    std::string cell (text);
    cell.erase (std::remove (cell.begin(), cell.end(), '"'), cell.end());
    return std::string (trimmed (cell));
}

} // namespace

bool beginsARow (std::string_view text)
{
    return beginsLikeANumber (text) || lowerCase (text.substr (0, 3)) == "nan";
}

units::Result<Dialect> dialectOf (const std::vector<TextLine>& lines, const std::string& where)
{
    Marks marks;

    for (const auto& line : lines)
        if (beginsARow (trimmed (line.text)))
            marks.look (line);

    Dialect dialect;
    dialect.separator = separatorOf (marks);
    const bool commaIsFree = dialect.separator != Dialect::Separator::comma;

    if ((commaIsFree && marks.comma) || marks.commaInQuotes)
        dialect.mark = DecimalMark::comma;

    if (dialect.mark == DecimalMark::comma && marks.point)
        return Problem { Problem::Kind::invalidValue,
                         where + ": line " + std::to_string (marks.commaLine),
                         "Points and commas both occur inside numbers, so it is unclear which of "
                         "them marks the decimals.",
                         "Export again without thousands separators." };

    return dialect;
}

std::vector<std::string> splitCells (std::string_view text, Dialect::Separator separator)
{
    std::vector<std::string> cells;
    bool inQuotes = false;
    std::size_t start = 0;
    const bool runsCount = separator == Dialect::Separator::semicolon
                           || separator == Dialect::Separator::comma
                           || separator == Dialect::Separator::tab;

    for (std::size_t i = 0; i <= text.size(); ++i)
    {
        if (i < text.size() && text[i] == '"')
            inQuotes = ! inQuotes;

        if (i < text.size() && (inQuotes || ! separates (text[i], separator)))
            continue;

        if (runsCount || i > start)
            cells.push_back (cellText (text.substr (start, i - start), separator));

        start = i + 1;
    }

    return cells;
}

} // namespace files
