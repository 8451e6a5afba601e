// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/Utf8.h"

#include <array>

namespace files
{

namespace
{

using Byte = unsigned char;

/** What may follow a first byte: how many bytes in all, and the range of the second
    (RFC 3629 §4; the third and fourth are always 80–BF). */
struct Pattern
{
    Byte first;
    Byte last;
    std::size_t length;
    Byte secondFirst;
    Byte secondLast;
};

constexpr std::array<Pattern, 9> patterns { { { 0x00, 0x7F, 1, 0, 0 },
                                              { 0xC2, 0xDF, 2, 0x80, 0xBF },
                                              { 0xE0, 0xE0, 3, 0xA0, 0xBF },
                                              { 0xE1, 0xEC, 3, 0x80, 0xBF },
                                              { 0xED, 0xED, 3, 0x80, 0x9F },
                                              { 0xEE, 0xEF, 3, 0x80, 0xBF },
                                              { 0xF0, 0xF0, 4, 0x90, 0xBF },
                                              { 0xF1, 0xF3, 4, 0x80, 0xBF },
                                              { 0xF4, 0xF4, 4, 0x80, 0x8F } } };

bool matches (std::string_view text, const Pattern& pattern)
{
    const auto byte = [&] (std::size_t index) { return static_cast<Byte> (text[index]); };

    if (byte (0) < pattern.first || byte (0) > pattern.last || text.size() < pattern.length)
        return false;

    if (pattern.length > 1 && (byte (1) < pattern.secondFirst || byte (1) > pattern.secondLast))
        return false;

    for (std::size_t i = 2; i < pattern.length; ++i)
        if ((byte (i) & 0xC0u) != 0x80u)
            return false;

    return true;
}

/** Bytes of the valid sequence at the start, 0 when there is none. */
std::size_t sequenceLength (std::string_view text)
{
    for (const auto& pattern : patterns)
        if (matches (text, pattern))
            return pattern.length;

    return 0;
}

} // namespace

std::string validUtf8 (std::string_view text)
{
    std::string valid;

    while (! text.empty())
    {
        const auto length = sequenceLength (text);
        valid += length > 0 ? text.substr (0, length) : std::string_view ("\uFFFD");
        text.remove_prefix (length > 0 ? length : 1);
    }

    return valid;
}

} // namespace files
