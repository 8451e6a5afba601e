// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "units/Loudness.h"
#include "units/SampleRate.h"

namespace analysis
{

/** Turns quiet passages up as a hand on a fader would. */
struct QuietLift
{
    double mostDb = 0.0;
    units::Lufs upTo { 0.0 }; ///< what is that loud stays as it is
};

/** In place. The gain is what momentary loudness (BS.1770) lacks of `upTo`, but no more than `mostDb`, on average over 2 s
    around every moment. */
void liftQuiet (dsp::AudioBlock stereo, const QuietLift& lift, units::SampleRate rate);

} // namespace analysis
