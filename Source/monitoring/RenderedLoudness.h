// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/Spool.h"
#include "hearing/LoudnessOverTime.h"
#include "monitoring/EarPath.h"
#include "monitoring/Progress.h"

namespace monitoring
{

/** Where and how loud a rendering is heard. */
struct Hearing
{
    const EarPath& path;
    units::SampleRate rate;
    units::SoundPressureLevel listeningLevel;
};

/** Loudness over time (ISO 532-1, time-varying) of a rendering with this gain, as both ears together
    hear it. Reads the spool from its start. */
units::Result<hearing::LoudnessOverTime> renderedLoudness (files::Spool& rendering,
                                                           units::Decibels gain,
                                                           const Hearing& how,
                                                           const Progress& progress);

} // namespace monitoring
