// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/ListeningScenario.h"
#include "library/WornResponse.h"

namespace library
{

/** What the listener wears: the headphones named, the Harman target when none are named, flat in the
    diffuse field when they are not to be taken out. */
units::Result<WornResponse> listenersHeadphones (const ListeningScenario& scenario);

/** What the listener should know about that choice; empty when the headphones are named. */
std::string headphonesNote (const ListeningScenario& scenario);

/** The curve that is applied, of the curve that would correct the headphones all the way up: the same,
    but that from the end of the correction on it holds the mean of its last octave, so that the
    headphones sound there as they do. */
dsp::FrequencyResponse correctedUpTo (CorrectionEnd end, const dsp::FrequencyResponse& curve);

/** D_rig / H_u, eq. (5): from the diffuse-field level at the ear to the input of the listener's
    headphones, regularised, its mean from 300 to 1200 Hz at 0 dB. Beyond 10 kHz, or the end of what is
    known of the headphones, it holds the mean of its last octave. */
units::Result<CautionedCurve> diffuseFieldToHeadphones (const ListeningScenario& scenario,
                                                        const Targets& targets);

/** H_u / D_rig, the other way round: from the input of the listener's headphones to the diffuse field
    that would be as strong at the eardrum. What is known of them and not its regularised inverse's
    inverse: a notch that is not filled is heard as one. Its mean from 300 to 1200 Hz is 0 dB; beyond
    10 kHz, or the ends of what is known, it holds as diffuseFieldToHeadphones does. */
units::Result<CautionedCurve> headphonesToDiffuseField (const ListeningScenario& scenario,
                                                        const Targets& targets);

} // namespace library
