// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/FrequencyResponse.h"
#include "dsp/ImpulseResponse.h"
#include "dsp/TransferMatrix.h"
#include "library/ListeningScenario.h"
#include "units/Result.h"

#include <string>
#include <vector>

namespace library
{

class Targets;

/** Device, room, head and the headphones' inverse folded into one matrix. */
struct ScenarioResponse
{
    dsp::TransferMatrix matrix; ///< outputs × 2 × taps; 2 outputs unless listening by microphone

    /** What the listener must know: assumptions, cautions with their ± dB, where it stops being valid. */
    std::vector<std::string> notes;
};

/** The frame in which the first direct sound arrives, the same for every scenario of one way of
    listening, so that a switch stays in time: 1 ms through headphones, where the ear turned to a
    loudspeaker hears it a little before the head's centre would; 0 otherwise. An import that is
    listened to by microphone keeps its own delay. */
std::size_t arrivalFrame (Listening listening, units::SampleRate rate);

/** Not for the audio thread; up to a second.

    A combination that signal-chain rules do not cover is a Problem, never a guess.
*/
units::Result<ScenarioResponse> scenarioResponse (const ListeningScenario& scenario,
                                                  const Targets& targets,
                                                  units::SampleRate rate);

/** What background noise passes on its way to the output: from the diffuse field at the ear to the
    listener's headphones (2 × 2, diagonal), so that it comes in at the ear as everything else does. */
units::Result<dsp::TransferMatrix> diffuseFieldToOutput (const ListeningScenario& scenario,
                                                         const Targets& targets,
                                                         units::SampleRate rate);

/** What the signal that leaves the program passes on its way to the ear: from the listener's
    headphones to the diffuse field that would be as strong at the eardrum, in dB. Otherwise nothing:
    what leaves by loudspeakers or a microphone is taken for the pressure in a frontal free field. */
units::Result<dsp::FrequencyResponse> outputToEar (const ListeningScenario& scenario,
                                                   const Targets& targets);

/** The same as a filter of least delay, one for each ear. */
units::Result<dsp::ImpulseResponse> outputToEarFilter (const ListeningScenario& scenario,
                                                       const Targets& targets,
                                                       units::SampleRate rate);

} // namespace library
