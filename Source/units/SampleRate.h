// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Seconds.h"

#include <cmath>
#include <compare>
#include <cstddef>

namespace units
{

/** Frames per second of a digital signal. A whole number, as every audio file states it. */
struct SampleRate
{
    int hertz;

    constexpr double nyquistHz() const { return hertz / 2.0; }

    /** The smallest number of frames that lasts at least this long. */
    std::size_t framesIn (Seconds time) const
    {
        return static_cast<std::size_t> (std::ceil (time.value * hertz));
    }

    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes a defaulted comparison for a 0
    constexpr auto operator<=> (const SampleRate&) const = default;
};

} // namespace units
