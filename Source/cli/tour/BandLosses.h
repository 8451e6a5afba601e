// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Result.h"

#include <array>
#include <filesystem>
#include <string_view>

namespace cli
{

/** A part of the spectrum that a musician has a word for. */
struct NamedBand
{
    std::string_view name;
    double lowHz;
    double highHz;
};

constexpr std::array<NamedBand, 7> namedBands { { { "sub", 20, 60 },
                                                  { "bass", 60, 120 },
                                                  { "low mid", 120, 300 },
                                                  { "body", 300, 800 },
                                                  { "middle", 800, 2500 },
                                                  { "presence", 2500, 6000 },
                                                  { "air", 6000, 16000 } } };

/** Level in dB per named band: mean square of all channels. */
using BandSums = std::array<double, namedBands.size()>;

units::Result<BandSums> bandSums (const std::filesystem::path& audioFile);

} // namespace cli
