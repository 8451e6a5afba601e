// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/TransferMatrix.h"
#include "hearing/ThirdOctavePowers.h"

#include <vector>

namespace monitoring
{

/** How the energy of what a filter matrix gives at an output dies away: the reverberation of a room, in
    third octaves. */
struct EnergyDecay
{
    static constexpr units::Seconds step { 0.008 };

    /** The share of all energy that comes one step, two steps … after the strongest. None where nothing
        is left to speak of. */
    std::vector<hearing::ThirdOctavePowers> later;

    bool operator== (const EnergyDecay&) const = default;
};

EnergyDecay energyDecay (const dsp::TransferMatrix& matrix, std::size_t output);

} // namespace monitoring
