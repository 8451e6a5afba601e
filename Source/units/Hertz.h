// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>

namespace units
{

/** A frequency. */
struct Hertz
{
    double value;

    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes a defaulted comparison for a 0
    constexpr auto operator<=> (const Hertz&) const = default;
};

inline namespace literals
{
constexpr Hertz operator""_Hz (long double value) { return Hertz { static_cast<double> (value) }; }
} // namespace literals

} // namespace units
