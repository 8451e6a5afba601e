// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/EnvironmentReader.h"

#include <cstdint>
#include <cstdlib>

/** An environment file is read or refused with reasons and cures. */
extern "C" int LLVMFuzzerTestOneInput (const std::uint8_t* bytes, std::size_t count)
{
    const std::string_view text (reinterpret_cast<const char*> (bytes), count);

    for (const auto strictness : { library::Strictness::strict, library::Strictness::lenient })
    {
        const auto reading = library::parseEnvironment (text, "fuzz.json", strictness);

        if (reading.environment.has_value() != reading.problems.empty())
            std::abort();

        for (const auto& problem : reading.problems)
            if (problem.what.empty() || problem.cure.empty())
                std::abort();
    }

    return 0;
}
