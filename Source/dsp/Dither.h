// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/RandomNumbers.h"
#include "units/Realtime.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace dsp
{

/** Brings samples to 16 bit with triangular dither: noise of ±1 step, the sum of two even ones, makes
    the mean and the power of the error independent of the signal (Lipshitz, Wannamaker &
    Vanderkooy 1992). What is left is white noise with a power of a quarter of a square step, 93.3 dB
    below a full-scale sine. Always the same noise for the same seed.
*/
class Dither16
{
public:
    explicit Dither16 (std::uint64_t seed = 0) : random (seed) {}

    /** @param sample full scale is ±1; beyond it the result is clipped; what is not finite is 0 */
    std::int16_t quantised (double sample) noexcept REALTIME
    {
        const double noise = random.uniform() - random.uniform();
        const double steps = std::isfinite (sample) ? std::round (sample * 32768.0 + noise) : 0.0;
        return static_cast<std::int16_t> (std::clamp (steps, -32768.0, 32767.0));
    }

private:
    RandomNumbers random;
};

} // namespace dsp
