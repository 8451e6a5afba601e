// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Table.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <sstream>

namespace cli
{

namespace
{

/** In UTF-8 all other bytes of a character look different. */
bool beginsCharacter (char byte) { return (static_cast<unsigned char> (byte) & 0xC0u) != 0x80u; }

} // namespace

std::size_t displayWidth (std::string_view text)
{
    return static_cast<std::size_t> (std::count_if (text.begin(), text.end(), beginsCharacter));
}

std::string shortened (std::string_view text, std::size_t width)
{
    const auto tooWide = displayWidth (text);

    if (tooWide <= width)
        return std::string { text };

    const std::size_t head = width / 2;
    const std::size_t firstOfTail = tooWide - (width - std::min (width, head + 1));
    std::string result;
    std::size_t character = 0;

    for (std::size_t i = 0; i < text.size(); ++i)
    {
        if (i > 0 && beginsCharacter (text[i]))
            ++character;

        if (character == head && beginsCharacter (text[i]))
            result += "…";

        if (character < head || character >= firstOfTail)
            result += text[i];
    }

    return result;
}

std::string Table::line (const std::vector<std::string>& cells,
                         const std::vector<std::size_t>& widths) const
{
    std::string text;

    for (std::size_t c = 0; c < cells.size(); ++c)
    {
        const std::string padding (widths[c] - displayWidth (cells[c]), ' ');
        text += alignments[c] == Align::right ? padding + cells[c] : cells[c] + padding;
        text += "  ";
    }

    text.erase (text.find_last_not_of (' ') + 1);
    return text;
}

std::vector<std::string> Table::lines (std::string_view indent) const
{
    std::vector<std::size_t> widths (alignments.size(), 0);

    for (const auto& row : rows)
        for (std::size_t c = 0; c < row.size(); ++c)
            widths[c] = std::max (widths[c], displayWidth (row[c]));

    std::vector<std::string> result;

    for (const auto& row : rows)
        result.push_back (std::string { indent } + line (row, widths));

    return result;
}

std::string Table::text (std::string_view indent) const
{
    std::string result;

    for (const auto& line : lines (indent))
        result += line + "\n";

    return result;
}

std::string numberText (double value, int decimals)
{
    if (! std::isfinite (value))
        return "–";

    char digits[64];
    std::snprintf (digits, sizeof digits, "%.*f", decimals, value);
    return digits;
}

std::string signedText (double value, int decimals)
{
    const double smallest = 0.5 * std::pow (10.0, -decimals);

    if (std::abs (value) < smallest)
        return numberText (0.0, decimals);

    return (value > 0.0 ? "+" : "") + numberText (value, decimals);
}

std::string frequencyText (double hz)
{
    if (hz < 1000.0)
        return numberText (hz, 0) + " Hz";

    const double rounded = std::round (hz / 100.0) / 10.0;
    return numberText (rounded, rounded == std::round (rounded) ? 0 : 1) + " kHz";
}

std::string wrapped (std::string_view text, std::size_t width, std::string_view indent)
{
    std::istringstream words { std::string { text } };
    std::string result;
    std::string line;

    for (std::string word; words >> word;)
    {
        if (! line.empty()
            && displayWidth (indent) + displayWidth (line) + 1 + displayWidth (word) > width)
        {
            result += std::string { indent } + line + "\n";
            line.clear();
        }

        line += (line.empty() ? "" : " ") + word;
    }

    return line.empty() ? result : result + std::string { indent } + line + "\n";
}

std::string listItem (std::string_view text, std::size_t width)
{
    auto lines = wrapped (text, width, "  ");

    if (! lines.empty())
        lines[0] = '-';

    return lines;
}

} // namespace cli
