// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <compare>

namespace units
{

/** A level ratio on the decibel scale: 20·log10 of an amplitude ratio.

    There is no implicit way in or out of a plain number, so a gain factor and a
    level can never be mistaken for one another.
*/
class Decibels
{
public:
    constexpr explicit Decibels (double value) : decibels (value) {}

    static Decibels fromGain (double gain) { return Decibels { 20.0 * std::log10 (gain) }; }

    double toGain() const { return std::pow (10.0, decibels / 20.0); }

    constexpr double value() const { return decibels; }

    constexpr Decibels operator-() const { return Decibels { -decibels }; }
    constexpr Decibels operator+ (Decibels other) const
    {
        return Decibels { decibels + other.decibels };
    }
    constexpr Decibels operator- (Decibels other) const
    {
        return Decibels { decibels - other.decibels };
    }
    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes a defaulted comparison for a 0
    constexpr auto operator<=> (const Decibels&) const = default;

private:
    double decibels;
};

inline namespace literals
{
constexpr Decibels operator""_dB (long double value)
{
    return Decibels { static_cast<double> (value) };
}
} // namespace literals

} // namespace units
