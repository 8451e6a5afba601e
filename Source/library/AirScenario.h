// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/ScenarioResponse.h"

namespace library
{

/** A loudspeaker device through its surroundings, the head and the listener's headphones: 2 × 2,
    not yet trimmed; eqs. (3) to (5) of docs/acoustics.md.

    @param scenario  with a head; its `device` is not looked at
    @param device  radiates into the air */
units::Result<ScenarioResponse> throughTheAir (const ListeningScenario& scenario,
                                               const DeviceProfile& device,
                                               const Targets& targets,
                                               units::SampleRate rate);

/** The fixed point that everything is compared with: a flat pair at ±30°, 2 m. */
DeviceProfile neutralPair();

} // namespace library
