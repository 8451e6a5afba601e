// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>

namespace units
{

/** Loudness of a programme, K-weighted and relative to full scale (ITU-R BS.1770). */
struct Lufs
{
    double value;

    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes a defaulted comparison for a 0
    constexpr auto operator<=> (const Lufs&) const = default;
};

/** Loudness level: the sound pressure level, in dB, of the 1 kHz tone that is as loud. */
struct Phon
{
    double value;

    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes a defaulted comparison for a 0
    constexpr auto operator<=> (const Phon&) const = default;
};

} // namespace units
