// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/FrequencyResponse.h"
#include "dsp/ImpulseResponse.h"
#include "hearing/ZwickerLoudness.h"
#include "library/ListeningScenario.h"
#include "units/Result.h"
#include "units/SoundPressure.h"

namespace library
{
class Targets;
}

namespace monitoring
{

/** How what leaves the program comes to the ears: the same for Untouched, Neutral and every device.

    By headphones each channel is heard at its ear, through them, as if it came from a diffuse field. By
    loudspeakers, and at a microphone, the powers of all channels add up in a frontal free field.
*/
struct EarPath
{
    library::Listening listening = library::Listening::headphones;
    dsp::FrequencyResponse response = dsp::FrequencyResponse::flat (units::Decibels { 0.0 });
    dsp::ImpulseResponse filter; ///< the same response, for one channel

    hearing::SoundField field() const;
    hearing::Channels channels() const;

    /** dB SPL of a channel whose RMS is full scale, when a master of −14 LUFS reaches the listening level
        at the ear; a louder master comes out louder by as much. */
    double fullScaleDbSpl (units::SoundPressureLevel listeningLevel) const;
};

/** @param scenario  who listens, and how; the subject does not matter */
units::Result<EarPath> earPath (const library::ListeningScenario& scenario,
                                const library::Targets& targets,
                                units::SampleRate rate);

} // namespace monitoring
