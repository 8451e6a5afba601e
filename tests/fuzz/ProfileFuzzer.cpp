// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ProfileReader.h"
#include "library/ProfileWriter.h"

#include <cstdint>
#include <cstdlib>

/** A device file is read or refused with reasons; what a strict reading accepts is written and read
    again without change. */
extern "C" int LLVMFuzzerTestOneInput (const std::uint8_t* bytes, std::size_t count)
{
    const std::string_view text (reinterpret_cast<const char*> (bytes), count);

    for (const auto strictness : { library::Strictness::strict, library::Strictness::lenient })
    {
        const auto reading = library::parseProfile (text, "fuzz.json", strictness);

        if (reading.profile.has_value() != reading.problems.empty())
            std::abort();

        for (const auto& problem : reading.problems)
            if (problem.what.empty() || problem.cure.empty())
                std::abort();

        if (! reading.profile || strictness == library::Strictness::lenient)
            continue;

        const auto again = library::parseProfile (
            library::writeProfile (*reading.profile), "again.json", strictness);

        if (! again.profile
            || library::writeProfile (*again.profile) != library::writeProfile (*reading.profile))
            std::abort();
    }

    return 0;
}
