// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Decibels.h"
#include "units/SampleRate.h"
#include "units/Seconds.h"

#include <cstddef>

namespace monitoring
{

/** Whether a limiter guards the listener. Offline, a gain for the whole file is the better way. */
enum class Safety
{
    limited,
    unlimited
};

/** What stays the same for as long as a MonitoringChain lives; every plan must fit it. */
struct ChainLayout
{
    std::size_t numInputs = 2;
    std::size_t numOutputs = 2;
    std::size_t blockSize = 256; ///< a power of two, at least 32; also the latency of the adapter
    std::size_t maximumTaps = 131072; ///< 0.68 s at 192 kHz
    units::SampleRate rate { 48000 };
    units::Seconds fade { 0.01 }; ///< of a switch: docs/realtime.md
    Safety safety = Safety::limited;
    units::Decibels ceiling { -1.0 }; ///< in dBTP, when limited

    bool operator== (const ChainLayout&) const = default;
};

} // namespace monitoring
