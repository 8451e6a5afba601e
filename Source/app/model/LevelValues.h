// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Decibels.h"
#include "units/Loudness.h"

#include <optional>

namespace app
{

// What is measured, as the plain numbers that are drawn.

inline std::optional<double> valueOf (const std::optional<units::Lufs>& loudness)
{
    return loudness ? std::optional { loudness->value } : std::nullopt;
}

inline std::optional<double> valueOf (const std::optional<units::Decibels>& level)
{
    return level ? std::optional { level->value() } : std::nullopt;
}

} // namespace app
