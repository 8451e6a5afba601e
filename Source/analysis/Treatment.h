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
        highPass,    ///< 24 dB per octave
        channelGain, ///< of one channel
        inversion,   ///< of one channel
        delay,       ///< of one channel, by `seconds`
        quietLift    ///< where it is softer than `lufs`, up to there, but by no more than `db`
    };

    enum class Channel
    {
        left,
        right
    };

    Kind kind = Kind::gain;
    double hertz = 0.0;
    double db = 0.0;
    double q = 0.7;
    Channel channel = Channel::left;
    double seconds = 0.0; ///< 0 and more; to the nearest sample
    double lufs = 0.0;

    bool operator== (const Treatment&) const = default;
};

/** Whether the other channel stays as it is, so that it mends only where a fault is and harms elsewhere. */
bool isOfOneChannel (Treatment::Kind kind);

/** "+3 dB at 150 Hz", "mono below 120 Hz", "the right channel turned over". */
std::string treatmentName (const Treatment& treatment);

/** Applies it to a whole stereo programme in place. */
void treat (dsp::AudioBlock stereo, const Treatment& treatment, units::SampleRate rate);

} // namespace analysis
