// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/EarCalibrations.h"

#include "units/Precondition.h"

namespace analysis
{

namespace
{

// The loudness that EarPath's listening level is stated for.
constexpr double statedLufs = -14.0;

} // namespace

EarCalibrations::EarCalibrations (const monitoring::MasterSpectra& excerpts,
                                  const monitoring::EarPath& toEar,
                                  const hearing::ProgrammeLoudness& master)
    : spectra (excerpts),
      path (toEar),
      aboveProgrammeDb (master.integrated ? statedLufs - master.integrated->value : 0.0)
{}

void EarCalibrations::prepare (units::SoundPressureLevel level)
{
    if (! matches.contains (level.dbSpl))
        matches.emplace (
            level.dbSpl,
            monitoring::PredictedMatch { spectra, path, { level.dbSpl + aboveProgrammeDb } });
}

EarCalibration EarCalibrations::of (const DeviceAtTheEar& device,
                                    units::SoundPressureLevel level) const
{
    const auto match = matches.find (level.dbSpl);
    PRECONDITION (match != matches.end());
    const auto gain = match->second.gainFor (
        monitoring::BandTransfer { device.heard, path.response, spectra });
    const auto applied = gain.value_or (units::Decibels { 0.0 });
    return { applied,
             path.fullScaleDbSpl ({ level.dbSpl + aboveProgrammeDb }) + applied.value(),
             path.field() };
}

} // namespace analysis
