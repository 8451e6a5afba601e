// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/TextLines.h"

#include "files/Utf8.h"

#include <algorithm>
#include <charconv>

namespace files
{

namespace
{

constexpr std::string_view whiteSpace = " \t\r\n\v\f";

} // namespace

std::vector<TextLine> splitLines (std::string_view text)
{
    std::vector<TextLine> lines;

    if (text.starts_with ("\xEF\xBB\xBF"))
        text.remove_prefix (3);

    while (! text.empty())
    {
        const auto end = std::min (text.find_first_of ("\r\n"), text.size());
        lines.push_back ({ lines.size() + 1, text.substr (0, end) });
        const bool isPair = text.substr (end).starts_with ("\r\n");
        text.remove_prefix (std::min (end + (isPair ? 2 : 1), text.size()));
    }

    return lines;
}

std::string_view trimmed (std::string_view text)
{
    const auto first = text.find_first_not_of (whiteSpace);

    if (first == std::string_view::npos)
        return {};

    return text.substr (first, text.find_last_not_of (whiteSpace) - first + 1);
}

std::string lowerCase (std::string_view text)
{
    std::string lower (text);

    for (char& c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char> (c - 'A' + 'a');

    return lower;
}

std::vector<std::string_view> splitWords (std::string_view text)
{
    std::vector<std::string_view> words;

    for (text = trimmed (text); ! text.empty(); text = trimmed (text))
    {
        const auto end = std::min (text.find_first_of (whiteSpace), text.size());
        words.push_back (text.substr (0, end));
        text.remove_prefix (end);
    }

    return words;
}

std::optional<double> parseNumber (std::string_view text, DecimalMark mark)
{
    std::string digits (trimmed (text));

    if (mark == DecimalMark::comma)
        std::replace (digits.begin(), digits.end(), ',', '.');

    const auto* first = digits.data() + (digits.starts_with ('+') ? 1 : 0);
    const auto* last = digits.data() + digits.size();
    double value = 0.0;
    const auto [end, error] = std::from_chars (first, last, value);

    if (error != std::errc {} || end != last)
        return std::nullopt;

    return value;
}

std::string quoted (std::string_view text)
{
    constexpr std::size_t longest = 40;

    if (text.size() <= longest)
        return '"' + validUtf8 (text) + '"';

    return '"' + validUtf8 (text.substr (0, longest)) + "…\"";
}

} // namespace files
