// SPDX-License-Identifier: GPL-3.0-or-later
// What DeviceBank measures of a master and of devices, on its loader thread.
#include "library/ScenarioResponse.h"
#include "monitoring/DeviceBank.h"
#include "monitoring/PredictedMatch.h"

namespace monitoring
{

std::shared_ptr<const DeviceBank::Programme> DeviceBank::programmeOf (const BankSetting& now) const
{
    if (now.master.empty())
        return nullptr;

    auto excerpts = takeExcerpts (now.master, now.layout.rate);

    // A master that cannot be read is the player's to report; here it only leaves nothing to match.
    if (! excerpts)
        return nullptr;

    auto spectra = masterSpectra (excerpts->frames.block(), excerpts->rate);
    auto path = earPath (
        library::scenarioOf (library::Subject::untouched, nullptr, now.listener, catalogue),
        catalogue.targets(),
        now.layout.rate);
    return std::make_shared<const Programme> (
        Programme { std::move (*excerpts),
                    std::move (spectra),
                    path ? std::optional { std::move (*path) } : std::nullopt });
}

DeviceBank::Measure DeviceBank::measured (const Sound& sound,
                                          const Programme* taken,
                                          Match match,
                                          units::SoundPressureLevel level)
{
    if (taken == nullptr || taken->excerpts.rate != sound.matrix.rate())
        return {};

    const auto& [excerpts, spectra, path] = *taken;
    const auto heard = heardThrough (sound.matrix, excerpts);
    std::optional<units::Decibels> byLoudness;

    if (match == Match::loudness && path)
        byLoudness = prediction (*taken, level)
                         .gainFor (BandTransfer { sound.matrix, path->response, spectra });

    const auto gain = byLoudness.value_or (matchingGain (match, excerpts, heard));
    const units::Decibels after { kWeightedLevelDb (heard) };
    const auto change = after - units::Decibels { kWeightedLevelDb (excerpts) };
    return { gain,
             gain + change,
             truePeakDb (heard) + gain.value(),
             gain + after,
             risesOfModes (sound.matrix, spectra) };
}

/** Devices of one kind are heard at one level. */
const PredictedMatch& DeviceBank::prediction (const Programme& taken,
                                              units::SoundPressureLevel level)
{
    const auto known = predictions.find (level.dbSpl);
    return known != predictions.end()
               ? known->second
               : predictions
                     .emplace (level.dbSpl, PredictedMatch { taken.spectra, *taken.path, level })
                     .first->second;
}

} // namespace monitoring
