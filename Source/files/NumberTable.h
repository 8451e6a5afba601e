// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/TextLines.h"
#include "units/Result.h"

#include <string>
#include <vector>

namespace files
{

/** Rows of numbers out of a text, before anybody asks what they mean. */
struct NumberTable
{
    std::vector<std::string> header;   ///< names over the columns; empty when there are none
    std::vector<std::string> comments; ///< lines that begin with * # % or //, in order
    std::vector<std::string> notes;    ///< what was understood or passed over
    std::size_t numColumns = 0;        ///< at least two
    std::vector<double> cells;         ///< rows × columns; NaN where a cell is empty, nan or n/a
    std::vector<std::size_t> lineNumbers; ///< one per row

    std::size_t numRows() const { return lineNumbers.size(); }
    double cell (std::size_t row, std::size_t column) const
    {
        return cells[row * numColumns + column];
    }
};

/** Understands tab, space, semicolon and comma between the columns, decimal points and decimal
    commas, quotation marks, one line of names and any comments. What could be read in two ways is
    refused: nothing is guessed. */
units::Result<NumberTable> parseNumberTable (const std::vector<TextLine>& lines,
                                             const std::string& where);

} // namespace files
