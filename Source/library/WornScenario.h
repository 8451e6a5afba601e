// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/ScenarioResponse.h"

namespace library
{

/** Earbuds or headphones over the listener's headphones: minimum phase, the same at both ears but for
    the fold; 2 × 2, not yet trimmed; eqs. (1) and (2) of docs/acoustics.md. */
units::Result<ScenarioResponse> overHeadphones (const ListeningScenario& scenario,
                                                const DeviceProfile& device,
                                                const Targets& targets,
                                                units::SampleRate rate);

/** A worn device for those who listen to loudspeakers: its deviation from its target. */
units::Result<ScenarioResponse>
wornOverLoudspeakers (const DeviceProfile& device, const Targets& targets, units::SampleRate rate);

/** A worn device as an ear simulator hears it: left and right at the eardrum, as far as known. */
units::Result<ScenarioResponse>
wornAtMicrophone (const DeviceProfile& device, const Targets& targets, units::SampleRate rate);

} // namespace library
