// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/Measurement.h"
#include "library/MeasurementImport.h"
#include "library/Targets.h"
#include "units/Result.h"

namespace library
{

/** Makes a device of a measurement and of what the request says about it; fills in what is usual
    for the kind and notes every such assumption. */
units::Result<ImportOutcome> assembleProfile (const Measurement& measurement,
                                              const ImportRequest& request,
                                              const Targets& targets);

} // namespace library
