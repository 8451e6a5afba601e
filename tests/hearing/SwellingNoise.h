// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBuffer.h"
#include "support/Signals.h"

#include <cmath>

namespace hearing
{

/** Noise that swells and falls by 30 dB within some seconds. */
inline dsp::AudioBuffer swells (double seconds, unsigned seed)
{
    auto signal = support::noise (2, static_cast<std::size_t> (seconds * 48000), seed);

    for (auto& channel : signal)
        for (std::size_t n = 0; n < channel.size(); ++n)
            channel[n] *= std::pow (10.0, -1.5 + 0.75 * std::sin (3e-5 * static_cast<double> (n)));

    return support::toBuffer (signal);
}

} // namespace hearing
