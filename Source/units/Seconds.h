// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>

namespace units
{

/** A span of time. */
struct Seconds
{
    double value;

    constexpr auto operator<=> (const Seconds&) const = default;
};

} // namespace units
