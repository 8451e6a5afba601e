// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/BassPitch.h"
#include "hearing/LoudnessMeter.h"
#include "units/SampleRate.h"

#include <cstddef>

namespace analysis
{

/** Every measured quantity of the master itself. */
struct MasterMeasures
{
    double seconds = 0.0;
    units::SampleRate rate { 48000 }; ///< of the file
    std::size_t numChannels = 2;      ///< of the file: 1 or 2
    hearing::ProgrammeLoudness loudness;
    hearing::LoudnessCurve curve;
    hearing::BassLine bass;
};

} // namespace analysis
