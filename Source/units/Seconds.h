// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>

namespace units
{

/** A span of time. */
struct Seconds
{
    double value;

    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes a defaulted comparison for a 0
    constexpr auto operator<=> (const Seconds&) const = default;
};

} // namespace units
