// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/ProfileAssembly.h"

// Where a measured curve stops being believed, and what goes on from there.
namespace library
{

/** A table believed down to its floor (request.floorDb below 0 dB): the usable band ends there. */
void findFloor (const dsp::FrequencyResponse& level,
                const ImportRequest& request,
                Provenance& provenance);

/** As told, else as is usual beyond the usable band. */
std::vector<Continuation> endsOf (const DeviceProfile& device, const ImportRequest& request);

dsp::FrequencyResponse continuedAll (dsp::FrequencyResponse level,
                                     const std::vector<Continuation>& ends);

} // namespace library
