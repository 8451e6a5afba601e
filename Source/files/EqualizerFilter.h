// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/CookbookFilter.h"
#include "units/Result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace files
{

/** Equalizer APO runs at the sound card's rate; 48 kHz is the common one. */
inline constexpr units::SampleRate evaluationRate { 48000 };

/** A number of an equaliser setting. A decimal comma is understood; "1,000" may be one or a
    thousand, and is not. */
std::optional<double> settingNumber (std::string_view text);

/** @param words  what stands behind ON: the type, then Fc, Gain, Q or BW with their numbers
    @param where  file and line, for the Problem. */
units::Result<CookbookFilter> parseFilter (const std::vector<std::string_view>& words,
                                           const std::string& where);

} // namespace files
