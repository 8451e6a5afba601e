// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Column.h"
#include "analysis/DeviceAtTheEar.h"
#include "analysis/RenderingMeter.h"
#include "hearing/LoudnessMeter.h"
#include "monitoring/PredictedMatch.h"

#include <map>

namespace analysis
{

/** How loud a master is listened to, and with which gains everything is as loud as it is Untouched.

    Listeners and services bring a programme to the level that they like: its integrated loudness, not −14 LUFS,
    reaches the listening level (docs/decisions/0105).
*/
class EarCalibrations
{
public:
    /** @param excerpts  of the master
        @param path      must outlive this */
    EarCalibrations (const monitoring::MasterSpectra& excerpts,
                     const monitoring::EarPath& path,
                     const hearing::ProgrammeLoudness& master);

    /** Makes ready for a listening level: not for several threads at once, as of() is. */
    void prepare (units::SoundPressureLevel level);

    /** @param level  one that was prepared */
    EarCalibration of (const DeviceAtTheEar& device, units::SoundPressureLevel level) const;

private:
    const monitoring::MasterSpectra& spectra;
    const monitoring::EarPath& path;
    double aboveProgrammeDb; ///< from the master's own loudness to −14 LUFS
    std::map<double, monitoring::PredictedMatch> matches;
};

} // namespace analysis
