// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace report
{

/** A number as SVG wants it, two decimals at most, whatever the locale: "12.5", "-3", "0". */
std::string svgNumber (double value);

/** Text that may stand between tags and in attributes. Control characters, which XML 1.0 has no
    way to write, are left out.
*/
std::string escapedXml (std::string_view text);

/** A <text> element with its baseline at (x, y); `style` is its other attributes. */
std::string svgText (double x, double y, const std::string& style, std::string_view words);

/** Characters as a reader counts them: UTF-8 code points. */
std::size_t numCharacters (std::string_view text);

/** At most so many characters; what is left out becomes "…". */
std::string shortened (const std::string& text, std::size_t maximumCharacters);

/** Lines of at most so many characters, broken at spaces; a longer word keeps a line of its own. */
std::vector<std::string> wrapped (std::string_view text, std::size_t maximumCharacters);

} // namespace report
