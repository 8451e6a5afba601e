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

struct Search
{
    std::vector<Trial> trials; ///< the best first; none of a rendering that is silent
    double phonAtFirst = 0.0;
};

/** Secant steps from the first gains on.
    @param firstGains  at least one; tried in any case as long as none is close enough */
Result<Search> searchedGain (const LoudnessWithGain& rendering,
                             const LoudnessTarget& target,
                             const std::vector<double>& firstGains,
                             const Progress& progress)
{
    const auto distance = [&target] (const Trial& trial) {
        return std::abs (trial.phon - target.phon);
    };
    Search search;
    auto& trials = search.trials;

    for (std::size_t number = 0; number < mostTrials; ++number)
    {
        const double gainDb = number < firstGains.size() ? firstGains[number]
                                                         : secantGainDb (trials, target.phon);
        const auto loudness = rendering (Decibels { gainDb }, [&] (double fraction) {
            return progress (
                std::min (1.0, (static_cast<double> (number) + fraction) / usualTrials));
        });

        if (! loudness)
            return loudness.problem();

        const bool isSilent = ! (target.anchor.soneOf (loudness->sone) > 0.0);
        const Trial trial { gainDb, target.anchor.phonOf (loudness->sone) };

        if (number == 0)
            search.phonAtFirst = trial.phon;

        if (! isSilent || ! trials.empty())
            trials.push_back (trial);
        else if (number + 1 >= firstGains.size())
            break;

        std::ranges::sort (trials, {}, distance);

        if (! trials.empty() && distance (trials[0]) <= closeEnoughPhon)
            break;
    }

    return search;
}

} // namespace

std::optional<LoudnessTarget> loudnessTarget (const hearing::LoudnessOverTime& reference)
{
    const ProgrammeAnchor anchor { reference.sone };

    if (anchor.isSilent())
        return std::nullopt;

    return LoudnessTarget { anchor, anchor.phonOf (reference.sone) };
}

Result<std::optional<LoudnessTarget>>
loudnessTarget (files::Spool& reference, const Hearing& how, const Progress& progress)
{
    const auto loudness = renderedLoudness (reference, Decibels { 0.0 }, how, progress);

    if (! loudness)
        return loudness.problem();

    return loudnessTarget (*loudness);
}

Result<std::optional<LoudnessMatch>> matchLoudness (files::Spool& rendering,
                                                    const LoudnessTarget& target,
                                                    const Hearing& how,
                                                    Decibels guess,
                                                    const Progress& progress)
{
    const LoudnessWithGain rendered = [&] (Decibels gain, const Progress& ofTrial) {
        return renderedLoudness (rendering, gain, how, ofTrial);
    };
    const auto search = searchedGain (rendered, target, { 0.0, guess.value() }, progress);

    if (! search)
        return search.problem();

    if (search->trials.empty())
        return std::optional<LoudnessMatch> {};

    const auto& [gainDb, phon] = search->trials[0];
    return std::optional { LoudnessMatch {
        Decibels { gainDb }, search->phonAtFirst, phon, target.phon } };
}

Result<std::optional<Decibels>> refinedGain (const LoudnessWithGain& rendering,
                                             const LoudnessTarget& target,
                                             Decibels guess,
                                             const Progress& progress)
{
    const auto search = searchedGain (rendering, target, { guess.value() }, progress);

    if (! search)
        return search.problem();

    return search->trials.empty() ? std::nullopt
                                  : std::optional { Decibels { search->trials[0].gainDb } };
}

} // namespace monitoring
