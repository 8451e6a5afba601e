// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>

namespace units
{

/** Sound pressure level in dB re 20 µPa. */
struct SoundPressureLevel
{
    double dbSpl;

    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes a defaulted comparison for a 0
    constexpr auto operator<=> (const SoundPressureLevel&) const = default;
};

} // namespace units
