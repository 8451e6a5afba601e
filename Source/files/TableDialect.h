// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/TextLines.h"
#include "units/Result.h"

namespace files
{

/** What separates the columns, and what stands before the decimals. */
struct Dialect
{
    enum class Separator
    {
        semicolon,
        tab,
        space,
        comma,
        commaAndSpace ///< "20,5, 65,2"
    };

    Separator separator = Separator::space;
    DecimalMark mark = DecimalMark::point;
};

/** Whether the line begins as only a row of numbers does: with a digit, a sign, or "nan". */
bool beginsARow (std::string_view text);

/** @returns a Problem with the line when points and commas both stand inside numbers. */
units::Result<Dialect> dialectOf (const std::vector<TextLine>& lines, const std::string& where);

/** The cells without quotation marks and white space; a quoted separator separates nothing. */
std::vector<std::string> splitCells (std::string_view text, Dialect::Separator separator);

} // namespace files
