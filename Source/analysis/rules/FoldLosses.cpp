// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/FoldLosses.h"

#include "analysis/rules/SoundingHops.h"
#include "hearing/KWeighting.h"

#include <algorithm>
#include <cmath>

namespace analysis
{

namespace
{

constexpr float leastShare = 0.05f;
constexpr std::size_t windowsTogether = 3;
constexpr double noLossDb = 0.0;

using Bands = std::array<double, erb_bands::count>;

Bands kWeights (units::SampleRate rate)
{
    const auto filters = hearing::kWeighting (rate);
    Bands weights {};

    for (std::size_t band = 0; band < weights.size(); ++band)
    {
        const double hertz = std::sqrt (erb_bands::edgeHz (band) * erb_bands::edgeHz (band + 1));

        if (hertz < rate.nyquistHz())
            weights[band] = std::pow (10.0,
                                      (filters.shelf.levelDbAt (units::Hertz { hertz }, rate)
                                       + filters.highPass.levelDbAt (units::Hertz { hertz }, rate))
                                          / 10.0);
    }

    return weights;
}

/** The windows around one, added up. */
FoldWindow around (const std::vector<FoldWindow>& folds, std::size_t middle)
{
    FoldWindow sum;
    const auto first = middle - std::min (middle, windowsTogether / 2);
    const auto end = std::min (folds.size(), middle + windowsTogether / 2 + 1);

    for (std::size_t window = first; window < end; ++window)
        for (std::size_t band = 0; band < erb_bands::count; ++band)
        {
            sum.apart[band] += folds[window].apart[band];
            sum.together[band] += folds[window].together[band];
        }

    return sum;
}

double sumOf (const std::array<float, erb_bands::count>& powers, std::size_t first, std::size_t end)
{
    double sum = 0.0;

    for (std::size_t band = first; band < end; ++band)
        sum += static_cast<double> (powers[band]);

    return sum;
}

double lossDb (double together, double apart)
{
    constexpr double mostDb = 60.0; // what is left then is what the arithmetic leaves
    return apart <= 0.0 ? noLossDb
                        : std::clamp (10.0 * std::log10 (together / apart), -mostDb, noLossDb);
}

FoldLosses::Groups sharesOf (const FoldWindow& window, const Bands& weights)
{
    Bands loudness {};
    double all = 0.0;

    for (std::size_t band = 0; band < loudness.size(); ++band)
    {
        loudness[band] = std::pow (weights[band] * static_cast<double> (window.apart[band]), 0.25);
        all += loudness[band];
    }

    FoldLosses::Groups shares {};

    if (all > 0.0)
        for (std::size_t group = 0; group < numBandGroups; ++group)
            for (std::size_t band = group; band < group + bandsPerGroup; ++band)
                shares[group] += static_cast<float> (loudness[band] / all);

    return shares;
}

} // namespace

FoldLosses foldLosses (const MasterMeasures& master)
{
    const auto& folds = master.stereo.folds;
    const auto weights = kWeights (master.rate);
    const auto sounding = soundingHops (master);
    constexpr auto hopsPerWindow = static_cast<std::size_t> (StereoField::foldWindowSeconds
                                                             * hopsPerSecond);
    FoldLosses losses;

    for (std::size_t window = 0; window < folds.size(); ++window)
    {
        losses.db.emplace_back();
        losses.share.emplace_back();
        const auto hop = window * hopsPerWindow;

        if (hop >= sounding.size() || ! sounding[hop])
            continue;

        const auto sum = around (folds, window);
        losses.share.back() = sharesOf (sum, weights);

        for (std::size_t group = 0; group < numBandGroups; ++group)
            if (losses.share.back()[group] >= leastShare)
                losses.db.back()[group] = static_cast<float> (
                    lossDb (sumOf (sum.together, group, group + bandsPerGroup),
                            sumOf (sum.apart, group, group + bandsPerGroup)));
    }

    return losses;
}

double foldLossDb (const StereoField& field,
                   std::size_t first,
                   std::size_t end,
                   const std::vector<bool>& windows)
{
    double together = 0.0;
    double apart = 0.0;

    for (std::size_t window = 0; window < field.folds.size(); ++window)
        if (windows[window])
        {
            together += sumOf (field.folds[window].together, first, end);
            apart += sumOf (field.folds[window].apart, first, end);
        }

    return lossDb (together, apart);
}

} // namespace analysis
