// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace library
