// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/PredictedMatch.h"

#include "hearing/LoudnessOverTime.h"
#include "monitoring/ProgrammeAnchor.h"

#include <algorithm>
#include <cmath>

namespace monitoring
{

namespace
{

// A device may make other moments the loudest, but hardly any from the quieter three quarters: those are
// left out, and of the rest at most so many are taken, evenly in rank. Heuristic.
constexpr double shareOfMoments = 0.25;
constexpr double mostMoments = 256.0;

// N5 of all moments is this rank among those that are left.
constexpr double rank = 0.05 / shareOfMoments;

constexpr double closeEnoughPhon = 0.02;
constexpr int mostSteps = 8;
constexpr double mostGainDb = 100.0;
constexpr double silenceDb = -300.0;

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
    : field (path.field()),
      channels (path.channels()),
      fullScaleDbSpl (path.fullScaleDbSpl (listeningLevel))
{
    const BandTransfer untouched { path.response };
    std::vector<std::pair<double, const StereoBands*>> audible;

    for (const auto& moment : master.moments)
        if (const double sone = soneOf (levelsOf (moment, untouched), 0.0);
            sone >= static_cast<double> (ProgrammeAnchor::audibleSone))
            audible.emplace_back (sone, &moment);

    if (audible.empty())
        return;

    std::ranges::sort (audible, std::greater<> {});
    const auto numLoud = std::max (1.0, shareOfMoments * static_cast<double> (audible.size()));
    const auto stride = static_cast<std::size_t> (std::ceil (numLoud / mostMoments));
    std::vector<double> sones;

    for (std::size_t i = 0; i < static_cast<std::size_t> (numLoud); i += stride)
    {
        moments.push_back (*audible[i].second);
        sones.push_back (audible[i].first);
    }

    anchorPhon = hearing::loudnessLevelPhon (atRank (std::move (sones)));
}

PredictedMatch::EarLevels PredictedMatch::levelsOf (const StereoBands& moment,
                                                    const BandTransfer& transfer) const
{
    using dsp::narrow_bands::perThirdOctave;
    static_assert (hearing::numThirdOctaves == dsp::narrow_bands::numThirdOctaves);
    const bool isApart = channels == hearing::Channels::apart;
    EarLevels levels (isApart ? transfer.numOutputs() : 1);

    for (std::size_t third = 0; third < hearing::numThirdOctaves; ++third)
    {
        std::vector<double> power (levels.size());

        for (std::size_t out = 0; out < transfer.numOutputs(); ++out)
            for (std::size_t b = 0; b < perThirdOctave; ++b)
            {
                const auto band = perThirdOctave * third + b;
                power[isApart ? out : 0] += transfer.power (out, band, moment[band]);
            }

        for (std::size_t ear = 0; ear < levels.size(); ++ear)
            levels[ear][third] = levelDb (power[ear]) + fullScaleDbSpl;
    }

    return levels;
}

double PredictedMatch::soneOf (EarLevels levels, double gainDb) const
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

std::optional<units::Decibels> PredictedMatch::gainFor (const BandTransfer& device) const
{
    if (! anchorPhon)
        return std::nullopt;

    std::vector<EarLevels> levels;

    for (const auto& moment : moments)
        levels.push_back (levelsOf (moment, device));

    std::vector<double> sones (levels.size());
    double gainDb = 0.0;

    for (int step = 0; step < mostSteps; ++step)
    {
        std::ranges::transform (levels, sones.begin(), [&] (const EarLevels& moment) {
            return soneOf (moment, gainDb);
        });

        const double sone = atRank (sones);

        if (sone <= 0.0 && gainDb >= mostGainDb)
            return std::nullopt;

        const double missing = *anchorPhon - hearing::loudnessLevelPhon (sone);

        if (std::abs (missing) < closeEnoughPhon)
            break;

        gainDb = sone <= 0.0 ? mostGainDb : std::clamp (gainDb + missing, -mostGainDb, mostGainDb);
    }

    return units::Decibels { gainDb };
}

} // namespace monitoring
