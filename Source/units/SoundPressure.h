// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>

namespace units
{

/** Sound pressure level in dB re 20 µPa. */
struct SoundPressureLevel
{
    double dbSpl;

    constexpr auto operator<=> (const SoundPressureLevel&) const = default;
};

} // namespace units
