// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace files
{

/** A line without its end, and its number as an editor shows it (from 1). */
struct TextLine
{
    std::size_t number;
    std::string_view text;
};

/** Ends at \n, \r\n or \r. A byte order mark before the first line is passed over. */
std::vector<TextLine> splitLines (std::string_view text);

/** Without white space at both ends. */
std::string_view trimmed (std::string_view text);

/** A to Z as a to z, all else as it is. */
std::string lowerCase (std::string_view text);

/** The words between runs of spaces and tabs. */
std::vector<std::string_view> splitWords (std::string_view text);

enum class DecimalMark
{
    point,
    comma
};

/** The number that the whole text is ("+" allowed, "nan" and "inf" too), whatever the locale. */
std::optional<double> parseNumber (std::string_view text, DecimalMark mark = DecimalMark::point);

/** For a message: at most 40 bytes, in quotes. */
std::string quoted (std::string_view text);

} // namespace files
