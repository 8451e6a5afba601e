// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/Spool.h"
#include "monitoring/LoudnessAtEar.h"
#include "monitoring/Progress.h"

namespace monitoring
{

/** Loudness over time at the ear of a rendering with this gain. Reads the spool from its start. */
units::Result<hearing::LoudnessOverTime> renderedLoudness (files::Spool& rendering,
                                                           units::Decibels gain,
                                                           const Hearing& how,
                                                           const Progress& progress);

} // namespace monitoring
