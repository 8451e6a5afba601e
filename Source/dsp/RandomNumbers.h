// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Realtime.h"

#include <cmath>
#include <cstdint>
#include <numbers>

namespace dsp
{

/** Random numbers that are the same for a seed on every machine and with every standard library
    (SplitMix64: Steele, Lea & Flood 2014).
*/
class RandomNumbers
{
public:
    explicit RandomNumbers (std::uint64_t seed) : state (seed) {}

    std::uint64_t bits() noexcept REALTIME
    {
        std::uint64_t z = (state += 0x9e3779b97f4a7c15u);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }

    /** Evenly spread over [0, 1). */
    double uniform() noexcept REALTIME { return static_cast<double> (bits() >> 11) * 0x1.0p-53; }

    /** White noise with mean 0 and variance 1 (Box & Muller 1958). */
    double gaussian() noexcept REALTIME
    {
        const double radius = std::sqrt (-2.0 * std::log (1.0 - uniform()));
        return radius * std::cos (2.0 * std::numbers::pi * uniform());
    }

private:
    std::uint64_t state;
};

} // namespace dsp
