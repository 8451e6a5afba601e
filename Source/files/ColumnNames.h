// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

// What the headings of tables of responses say, in the words of many programs; case does not matter.
namespace files
{

bool namesAFrequency (std::string_view name);

/** Columns that carry no level: REW's phase, spinorama's offset of the directivity indices. */
bool carriesNoLevel (std::string_view name);

bool isDirectivityIndex (std::string_view name);

/** The many ways to say "level" where there is only one. */
bool saysOnlyLevel (std::string_view name);

/** One of the curves of CTA-2034. */
bool isCta2034 (std::string_view name);

} // namespace files
