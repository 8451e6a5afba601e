// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace report
{

/** "a", "a and b", "a, b and c". */
std::string enumerated (std::span<const std::string> items);

/** The same for the middle of a sentence: "The bass" becomes "the bass", while "LUFS" and "AirPods" stay. */
std::string decapitalised (std::string text);

/** The same for the beginning of a sentence, if it begins with a small letter. */
std::string capitalised (std::string text);

/** "1 device", "3 devices". */
std::string counted (std::size_t number, std::string_view noun);

/** Valid UTF-8 without control characters, whatever a file's name is made of: a terminal obeys those. */
std::string printable (std::string_view text);

/** "1:01", "1:02:03": whole seconds, rounded down. */
std::string clockTime (double seconds);

} // namespace report
