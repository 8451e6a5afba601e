// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/Words.h"

#include "files/Utf8.h"

#include <algorithm>
#include <cmath>

namespace report
{

namespace
{

// Only ASCII letters change, whatever the locale is.
bool isCapital (char c) { return c >= 'A' && c <= 'Z'; }
bool isSmall (char c) { return c >= 'a' && c <= 'z'; }

std::string twoDigits (long value) { return (value < 10 ? "0" : "") + std::to_string (value); }

} // namespace

std::string enumerated (std::span<const std::string> items)
{
    std::string text;

    for (std::size_t i = 0; i < items.size(); ++i)
        text += (i == 0 ? "" : i + 1 == items.size() ? " and " : ", ") + items[i];

    return text;
}

std::string decapitalised (std::string text)
{
    const auto word = std::string_view { text }.substr (0, text.find_first_of (" ,.;:-"));

    if (! word.empty() && isCapital (word[0]) && std::ranges::none_of (word.substr (1), isCapital))
        text[0] = static_cast<char> (text[0] - 'A' + 'a');

    return text;
}

std::string capitalised (std::string text)
{
    if (! text.empty() && isSmall (text[0]))
        text[0] = static_cast<char> (text[0] - 'a' + 'A');

    return text;
}

std::string counted (std::size_t number, std::string_view noun)
{
    return std::to_string (number) + " " + std::string { noun } + (number == 1 ? "" : "s");
}

std::string printable (std::string_view text)
{
    auto clean = files::validUtf8 (text);
    std::ranges::replace_if (
        clean, [] (char c) { return (c >= 0 && c < 0x20) || c == 0x7f; }, '?');
    return clean;
}

std::string clockTime (double seconds)
{
    const long whole = std::isfinite (seconds) ? static_cast<long> (std::max (0.0, seconds)) : 0;
    const long hours = whole / 3600;
    const long minutes = whole / 60 % 60;

    return (hours == 0 ? std::to_string (minutes)
                       : std::to_string (hours) + ":" + twoDigits (minutes))
           + ":" + twoDigits (whole % 60);
}

} // namespace report
