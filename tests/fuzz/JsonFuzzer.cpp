// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/Json.h"

#include <cstdint>
#include <cstdlib>

/** What is accepted is written and read again without change. */
extern "C" int LLVMFuzzerTestOneInput (const std::uint8_t* bytes, std::size_t count)
{
    const std::string_view text (reinterpret_cast<const char*> (bytes), count);
    const auto value = files::parseJson (text, "fuzz.json");

    if (! value)
        return value.problem().what.empty() || value.problem().cure.empty() ? std::abort(), 0 : 0;

    const auto again = files::parseJson (files::writeJson (*value), "again.json");

    if (! again || ! (*again == *value))
        std::abort();

    return 0;
}
