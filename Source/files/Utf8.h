// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace files
{

/** The same text with U+FFFD in place of every byte that belongs to no valid UTF-8 sequence
    (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF). */
std::string validUtf8 (std::string_view text);

} // namespace files
