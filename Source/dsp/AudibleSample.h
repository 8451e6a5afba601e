// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Realtime.h"

#include <cmath>

namespace dsp
{

/** The sample, or silence in the place of one that arithmetic would overflow with or crawl. NaN is silence
    too, since comparisons with it are false. */
inline float audible (float sample) noexcept REALTIME
{
    // Far outside of any sound (+240 and −360 dB re full scale), and far inside of what single
    // precision can transform, multiply and sum without infinities or denormal numbers.
    constexpr float largest = 0x1p40f;
    constexpr float smallest = 0x1p-60f;

    const auto magnitude = std::abs (sample);
    return magnitude >= smallest && magnitude <= largest ? sample : 0.0f;
}

} // namespace dsp
