// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/LoudnessMatch.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace monitoring
{

namespace
{

using units::Decibels;
using units::Result;

// A tenth of what may remain, and far less than anyone hears.
constexpr double closeEnoughPhon = 0.1;

// Two or three are enough for every device of the library; more is for what nobody would listen to.
constexpr std::size_t mostTrials = 8;

constexpr double mostGainDb = 100.0;

// For the progress: how many trials a match takes as a rule.
constexpr double usualTrials = 3.0;

struct Trial
{
    double gainDb;
    double phon;
};

/** Where the line through the two best trials meets the target. */
double secantGainDb (const std::vector<Trial>& trials, double targetPhon)
{
    const auto& best = trials[0];
    double slope = 1.0; // by how many phon 1 dB is louder: about 1 for most sounds, more for bass

    if (trials.size() > 1 && std::abs (best.gainDb - trials[1].gainDb) > 1e-3)
        slope = std::clamp (
            (best.phon - trials[1].phon) / (best.gainDb - trials[1].gainDb), 0.4, 4.0);

    return std::clamp (best.gainDb + (targetPhon - best.phon) / slope, -mostGainDb, mostGainDb);
}

} // namespace

Result<std::optional<LoudnessTarget>>
loudnessTarget (files::Spool& reference, const Hearing& how, const Progress& progress)
{
    const auto loudness = renderedLoudness (reference, Decibels { 0.0 }, how, progress);

    if (! loudness)
        return loudness.problem();

    const ProgrammeAnchor anchor { loudness->sone };

    if (anchor.isSilent())
        return std::optional<LoudnessTarget> {};

    return std::optional { LoudnessTarget { anchor, anchor.phonOf (loudness->sone) } };
}

Result<std::optional<LoudnessMatch>> matchLoudness (files::Spool& rendering,
                                                    const LoudnessTarget& target,
                                                    const Hearing& how,
                                                    Decibels guess,
                                                    const Progress& progress)
{
    const auto distance = [&target] (const Trial& trial) {
        return std::abs (trial.phon - target.phon);
    };
    std::vector<Trial> trials; // the best first
    std::optional<double> phonAsRendered;
    double gainDb = 0.0;

    for (std::size_t number = 0; number < mostTrials; ++number)
    {
        const auto loudness = renderedLoudness (
            rendering, Decibels { gainDb }, how, [&] (double fraction) {
                return progress (
                    std::min (1.0, (static_cast<double> (number) + fraction) / usualTrials));
            });

        if (! loudness)
            return loudness.problem();

        const bool isSilent = ! (target.anchor.soneOf (loudness->sone) > 0.0);
        const Trial trial { gainDb, target.anchor.phonOf (loudness->sone) };

        if (! phonAsRendered)
            phonAsRendered = trial.phon;
        else if (isSilent && trials.empty())
            return std::optional<LoudnessMatch> {};

        if (! isSilent || ! trials.empty())
            trials.push_back (trial);

        std::ranges::sort (trials, {}, distance);

        if (! trials.empty() && distance (trials[0]) <= closeEnoughPhon)
            break;

        gainDb = number == 0 ? guess.value() : secantGainDb (trials, target.phon);
    }

    return std::optional { LoudnessMatch {
        Decibels { trials[0].gainDb }, *phonAsRendered, trials[0].phon, target.phon } };
}

} // namespace monitoring
