// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cli
{

/** Rows of text in columns as wide as their widest cell; no blanks at the end of a line. */
class Table
{
public:
    enum class Align
    {
        left,
        right
    };

    explicit Table (std::vector<Align> columns) : alignments (std::move (columns)) {}

    void add (std::vector<std::string> cells) { rows.push_back (std::move (cells)); }

    /** Every row on a line of its own, after this indent. */
    std::string text (std::string_view indent = "") const;

    /** The lines of text(), for those who put headings between them. */
    std::vector<std::string> lines (std::string_view indent = "") const;

private:
    std::string line (const std::vector<std::string>& cells,
                      const std::vector<std::size_t>& widths) const;

    std::vector<Align> alignments;
    std::vector<std::vector<std::string>> rows;
};

/** Characters on a screen, not bytes: counts UTF-8 code points. */
std::size_t displayWidth (std::string_view text);

/** The same, or its beginning and its end around "…" when it is wider than this. */
std::string shortened (std::string_view text, std::size_t width);

/** "20 Hz", "14 kHz", "1.6 kHz". */
std::string frequencyText (double hz);

/** "-14.3" with this many decimals; "–" where there is no number. */
std::string numberText (double value, int decimals);

/** The same of a difference: "+3.0", "-3.0", and "0.0" for what rounds to nothing. */
std::string signedText (double value, int decimals);

/** Words wrapped to a width, every line after this indent. */
std::string wrapped (std::string_view text, std::size_t width, std::string_view indent = "");

/** The same as an item of a list: a dash, and all lines flush behind it. */
std::string listItem (std::string_view text, std::size_t width);

} // namespace cli
