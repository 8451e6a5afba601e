// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/PredictedMatch.h"

#include <algorithm>
#include <cmath>

namespace monitoring
{

namespace
{

using hearing::loudnessLevelPhon;

// For a first guess, each moment is taken for a steady sound. A device may make other moments the loudest,
// but hardly any from the quieter three quarters: those are left out, and of the rest at most so many are
// taken, evenly in rank. Heuristic.
constexpr double shareOfMoments = 0.25;
constexpr double mostMoments = 128.0;

// N5 of all moments is this rank among those that are left.
constexpr double rank = 0.05 / shareOfMoments;

constexpr double closeEnoughPhon = 0.02;
constexpr int mostSteps = 8;
constexpr double mostGainDb = 100.0;
constexpr double silenceDb = -300.0;

// The guess is off by 0.1 phon in the median. 1 dB is about 1 phon, so what is left of a step as small as
// this after it was taken is too little to look for.
constexpr double smallStepPhon = 0.3;
constexpr int mostTrials = 2;

double levelDb (double power)
{
    return power > 0.0 ? std::max (silenceDb, 10.0 * std::log10 (power)) : silenceDb;
}

double atRank (std::vector<double> values)
{
    const auto n = static_cast<std::size_t> (rank * static_cast<double> (values.size()));
    const auto place = values.begin()
                       + static_cast<std::ptrdiff_t> (std::min (n, values.size() - 1));
    std::ranges::nth_element (values, place, std::greater<> {});
    return *place;
}

} // namespace

PredictedMatch::PredictedMatch (const MasterSpectra& master,
                                const EarPath& path,
                                units::SoundPressureLevel listeningLevel)
    : powers (master),
      field (path.field()),
      channels (path.channels()),
      fullScaleDbSpl (path.fullScaleDbSpl (listeningLevel))
{
    const BandTransfer untouched { path.response };
    const auto moments = momentsOf (untouched);
    const auto curve = loudness (overTime (untouched, moments), 0.0);
    anchor = ProgrammeAnchor { curve.sone };

    if (anchor.isSilent())
        return;

    chooseMoments (heardAs (moments));

    if (! loudest.empty())
        reference = anchor.phonOf (curve.sone);
}

/** Of every output. */
PredictedMatch::Outputs PredictedMatch::momentsOf (const BandTransfer& device) const
{
    Outputs outputs;

    for (std::size_t output = 0; output < device.numOutputs(); ++output)
        outputs.push_back (powers.ofMoments (device, output));

    return outputs;
}

/** Of every sound that is heard. */
PredictedMatch::Outputs PredictedMatch::overTime (const BandTransfer& device,
                                                  const Outputs& moments) const
{
    Outputs outputs;

    for (std::size_t output = 0; output < moments.size(); ++output)
        outputs.push_back (powers.overTime (device, output, moments[output]));

    return heardAs (std::move (outputs));
}

/** Each output at its ear, or all as one sound. */
PredictedMatch::Outputs PredictedMatch::heardAs (Outputs outputs) const
{
    if (channels == hearing::Channels::apart)
        return outputs;

    for (std::size_t output = 1; output < outputs.size(); ++output)
        for (std::size_t i = 0; i < outputs[0].size(); ++i)
            std::ranges::transform (
                outputs[0][i], outputs[output][i], outputs[0][i].begin(), std::plus<> {});

    outputs.resize (1);
    return outputs;
}

hearing::LoudnessOverTime PredictedMatch::loudness (const Outputs& sounds, double gainDb) const
{
    std::vector<hearing::LoudnessOverTime> ears;

    for (const auto& sound : sounds)
        ears.push_back (hearing::loudnessOfPowers (sound, fullScaleDbSpl + gainDb, field));

    return ears.size() == 2 ? hearing::binauralLoudness (ears[0], ears[1]) : std::move (ears[0]);
}

PredictedMatch::EarLevels PredictedMatch::levelsOf (const Outputs& sounds, std::size_t moment) const
{
    EarLevels levels (sounds.size());

    for (std::size_t ear = 0; ear < sounds.size(); ++ear)
        std::ranges::transform (sounds[ear][moment], levels[ear].begin(), [this] (float power) {
            return levelDb (power) + fullScaleDbSpl;
        });

    return levels;
}

double PredictedMatch::steadySone (EarLevels levels, double gainDb) const
{
    std::vector<double> sones;

    for (auto& ear : levels)
    {
        for (auto& level : ear)
            level += gainDb;

        sones.push_back (hearing::stationaryLoudness (ear, field).sone);
    }

    return sones.size() == 2 ? hearing::binauralLoudness (sones[0], sones[1]) : sones[0];
}

void PredictedMatch::chooseMoments (const Outputs& untouched)
{
    std::vector<std::pair<double, std::size_t>> audible;

    for (std::size_t moment = 0; moment < untouched[0].size(); ++moment)
        if (const double sone = steadySone (levelsOf (untouched, moment), 0.0);
            sone >= static_cast<double> (ProgrammeAnchor::audibleSone))
            audible.emplace_back (sone, moment);

    if (audible.empty())
        return;

    std::ranges::sort (audible, std::greater<> {});
    const auto numLoud = std::max (1.0, shareOfMoments * static_cast<double> (audible.size()));
    const auto stride = static_cast<std::size_t> (std::ceil (numLoud / mostMoments));
    std::vector<double> sones;

    for (std::size_t i = 0; i < static_cast<std::size_t> (numLoud); i += stride)
    {
        sones.push_back (audible[i].first);
        loudest.push_back (audible[i].second);
    }

    steadyPhon = loudnessLevelPhon (atRank (std::move (sones)));
}

std::optional<double> PredictedMatch::steadyGainDb (const Outputs& sounds) const
{
    std::vector<EarLevels> levels;

    for (const auto moment : loudest)
        levels.push_back (levelsOf (sounds, moment));

    std::vector<double> sones (levels.size());
    double gainDb = 0.0;

    for (int step = 0; step < mostSteps; ++step)
    {
        std::ranges::transform (levels, sones.begin(), [&] (const EarLevels& moment) {
            return steadySone (moment, gainDb);
        });

        const double sone = atRank (sones);

        if (sone <= 0.0 && gainDb >= mostGainDb)
            return std::nullopt;

        const double missing = steadyPhon - loudnessLevelPhon (sone);

        if (std::abs (missing) < closeEnoughPhon)
            break;

        gainDb = sone <= 0.0 ? mostGainDb : std::clamp (gainDb + missing, -mostGainDb, mostGainDb);
    }

    return gainDb;
}

std::optional<units::Decibels> PredictedMatch::gainFor (const BandTransfer& device) const
{
    if (! reference)
        return std::nullopt;

    const auto moments = momentsOf (device);
    auto gainDb = steadyGainDb (heardAs (moments));

    if (! gainDb)
        return std::nullopt;

    const auto sounds = overTime (device, moments);

    for (int trial = 0; trial < mostTrials; ++trial)
    {
        const double sone = anchor.soneOf (loudness (sounds, *gainDb).sone);

        if (! (sone > 0.0))
            break;

        const double missing = *reference - loudnessLevelPhon (sone);
        *gainDb = std::clamp (*gainDb + missing, -mostGainDb, mostGainDb);

        if (std::abs (missing) < smallStepPhon)
            break;
    }

    return units::Decibels { *gainDb };
}

} // namespace monitoring
