// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/ResponseTable.h"

#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace
{

/** What FrequencyResponse promises. */
bool keepsItsPromise (const dsp::FrequencyResponse& response)
{
    const auto frequencies = response.frequenciesHz();
    const auto levels = response.levelsDb();

    for (std::size_t i = 0; i < frequencies.size(); ++i)
        if (! (frequencies[i] > (i > 0 ? frequencies[i - 1] : 0.0)) || ! std::isfinite (levels[i]))
            return false;

    return frequencies.size() >= 2;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput (const std::uint8_t* bytes, std::size_t count)
{
    const std::string_view text (reinterpret_cast<const char*> (bytes), count);
    const auto table = files::parseResponseTable (text, "fuzz.txt");

    if (! table)
        return table.problem().what.empty() || table.problem().cure.empty() ? std::abort(), 0 : 0;

    if (table->columns.empty())
        std::abort();

    for (const auto& column : table->columns)
        if (! keepsItsPromise (column.response))
            std::abort();

    return 0;
}
