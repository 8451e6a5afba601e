// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/SvgText.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace report
{

namespace
{

bool startsCharacter (char byte) { return (static_cast<unsigned char> (byte) & 0xC0u) != 0x80u; }

} // namespace

std::string svgNumber (double value)
{
    const double rounded = std::round (value * 100.0) / 100.0;
    std::array<char, 64> digits {};
    // Adding zero turns "-0" into "0". Without a precision the shortest form is written.
    const auto end = std::to_chars (
        digits.data(), digits.data() + digits.size(), rounded + 0.0, std::chars_format::fixed);
    return { digits.data(), end.ptr };
}

std::string escapedXml (std::string_view text)
{
    std::string escaped;

    for (const char character : text)
    {
        switch (character)
        {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        case '\'':
            escaped += "&#39;";
            break;
        default:
            if (static_cast<unsigned char> (character) >= 0x20u)
                escaped += character;
        }
    }

    return escaped;
}

std::string svgText (double x, double y, const std::string& style, std::string_view words)
{
    return "<text x=\"" + svgNumber (x) + "\" y=\"" + svgNumber (y) + "\" " + style + ">"
           + escapedXml (words) + "</text>\n";
}

std::size_t numCharacters (std::string_view text)
{
    return static_cast<std::size_t> (std::count_if (text.begin(), text.end(), startsCharacter));
}

std::string shortened (const std::string& text, std::size_t maximumCharacters)
{
    if (numCharacters (text) <= maximumCharacters)
        return text;

    std::size_t characters = 0;
    std::size_t end = 0;

    while (end < text.size() && (! startsCharacter (text[end]) || ++characters < maximumCharacters))
        ++end;

    return text.substr (0, end) + "…";
}

std::vector<std::string> wrapped (std::string_view text, std::size_t maximumCharacters)
{
    std::vector<std::string> lines;

    while (! text.empty())
    {
        const auto space = text.find (' ');
        const auto word = text.substr (0, space);
        text.remove_prefix (space == std::string_view::npos ? text.size() : space + 1);

        if (word.empty())
            continue;

        if (! lines.empty()
            && numCharacters (lines.back()) + 1 + numCharacters (word) <= maximumCharacters)
            lines.back().append (" ").append (word);
        else
            lines.emplace_back (word);
    }

    return lines;
}

} // namespace report
