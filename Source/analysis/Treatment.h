// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "units/SampleRate.h"

#include <string>

namespace analysis
{

/** Something that could be done to a master to mend a finding: tried in memory, never written. */
struct Treatment
{
    enum class Kind
    {
        gain,
        lowShelf, ///< below `hertz`
        highShelf,
        peak,      ///< around `hertz`, with `q`
        monoBelow, ///< the side signal is high-passed at `hertz` (24 dB per octave)
        sideGain,
        highPass ///< 24 dB per octave
    };

    Kind kind = Kind::gain;
    double hertz = 0.0;
    double db = 0.0;
    double q = 0.7;

    bool operator== (const Treatment&) const = default;
};

/** "+3 dB at 150 Hz", "mono below 120 Hz", "-2 dB". */
std::string treatmentName (const Treatment& treatment);

/** Applies it to a whole stereo programme in place. */
void treat (dsp::AudioBlock stereo, const Treatment& treatment, units::SampleRate rate);

} // namespace analysis
