// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/audition/MatchOutputs.h"

#include "cli/Table.h"
#include "monitoring/Workers.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>
#include <numeric>

namespace cli
{

namespace
{

using monitoring::Continue;
using monitoring::LoudnessTarget;
using monitoring::Match;
using units::Result;

using Matches = std::vector<OutputMatch>;

// What "equally loud" promises.
constexpr double mostResidualPhon = 0.5;

units::SoundPressureLevel listeningLevelOf (const Subject& subject, const AuditionRequest& request)
{
    return request.levelDbSpl ? units::SoundPressureLevel { *request.levelDbSpl }
                              : library::usualListeningLevel (subject.device);
}

/** By LUFS: what Match::lufs wants, and a first guess for Match::loudness. */
Matches matchesByLufs (const RenderedMaster& master,
                       const std::vector<Subject>& subjects,
                       const AuditionRequest& request)
{
    Matches matches;

    for (std::size_t s = 0; s < subjects.size(); ++s)
        matches.push_back ({ monitoring::levelMatch (request.match,
                                                     master.pass.master,
                                                     master.pass.outputs[s].loudness),
                             listeningLevelOf (subjects[s], request),
                             std::nullopt });

    return matches;
}

std::size_t referenceIn (const std::vector<Subject>& subjects)
{
    const auto untouched = std::ranges::find (
        subjects, library::Subject::untouched, &Subject::what);
    PRECONDITION (untouched != subjects.end());
    return static_cast<std::size_t> (untouched - subjects.begin());
}

/** How far each of some parts is that are worked on at the same time. */
class SharedProgress
{
public:
    SharedProgress (const monitoring::Progress& tell, std::size_t numParts)
        : whole (tell),
          parts (numParts, 0.0)
    {}

    Continue at (std::size_t part, double fraction)
    {
        const std::lock_guard lock { mutex };
        parts[part] = std::max (parts[part], fraction);
        return whole (std::accumulate (parts.begin(), parts.end(), 0.0)
                      / static_cast<double> (parts.size()));
    }

private:
    std::mutex mutex;
    const monitoring::Progress& whole;
    std::vector<double> parts;
};

/** Listens to all outputs of a master at the ear, several at a time. */
class Listening
{
public:
    Listening (RenderedMaster& what,
               const monitoring::EarPath& how,
               const monitoring::Progress& tell)
        : master (what),
          path (how),
          progress (tell, what.pass.outputs.size())
    {}

    /** Loudness of the reference at every listening level that is needed. */
    Result<void> hearReference (std::size_t reference, const Matches& matches)
    {
        for (const auto& match : matches)
        {
            if (targets.contains (match.listeningLevel))
                continue;

            auto target = monitoring::loudnessTarget (
                samplesOf (reference), at (match.listeningLevel), [&] (double fraction) {
                    return progress.at (reference, fraction / 4.0);
                });

            if (! target)
                return target.problem();

            targets.emplace (match.listeningLevel, *target);
        }

        return {};
    }

    /** The match by loudness of one output, where there is anything to be heard. */
    Result<void> match (std::size_t output, OutputMatch& found)
    {
        const auto& target = targets.at (found.listeningLevel);

        if (! target)
            return {};

        auto loudness = monitoring::matchLoudness (
            samplesOf (output),
            *target,
            at (found.listeningLevel),
            found.gain,
            [&] (double fraction) { return progress.at (output, fraction); });

        if (! loudness)
            return loudness.problem();

        found.loudness = *loudness;

        if (found.loudness)
            found.gain = found.loudness->gain;

        return {};
    }

private:
    files::Spool& samplesOf (std::size_t output) { return master.pass.outputs[output].samples; }

    monitoring::Hearing at (units::SoundPressureLevel level) const
    {
        return { path, master.rate, level };
    }

    RenderedMaster& master;
    const monitoring::EarPath& path;
    SharedProgress progress;
    std::map<units::SoundPressureLevel, std::optional<LoudnessTarget>> targets;
};

} // namespace

Result<Matches> matchOutputs (RenderedMaster& master,
                              const PreparedScenarios& scenarios,
                              const AuditionRequest& request,
                              const library::Targets& targets,
                              const monitoring::Progress& progress)
{
    const auto& subjects = scenarios.subjects();
    auto matches = matchesByLufs (master, subjects, request);

    if (request.match != Match::loudness)
        return matches;

    const auto path = monitoring::earPath (scenarios.scenario (0), targets, master.rate);

    if (! path)
        return path.problem();

    Listening listening { master, *path, progress };

    if (auto heard = listening.hearReference (referenceIn (subjects), matches); ! heard)
        return heard.problem();

    std::vector<Result<void>> outcomes (matches.size());
    monitoring::Workers workers;
    workers.forEach (matches.size(), [&] (std::size_t output, std::size_t) {
        outcomes[output] = listening.match (output, matches[output]);
    });

    for (const auto& outcome : outcomes)
        if (! outcome)
            return outcome.problem();

    return matches;
}

std::vector<std::string>
matchNotes (const RenderedMaster& master, const std::vector<Subject>& subjects, Match match)
{
    std::vector<std::string> notes;

    if (match != Match::loudness)
        return notes;

    for (std::size_t s = 0; s < subjects.size(); ++s)
    {
        const auto& loudness = master.matches[s].loudness;
        const auto start = master.file.filename().string() + " on " + subjects[s].name();

        if (! loudness)
            notes.push_back (start
                             + ": nothing of it can be heard at this listening level, so it was "
                               "matched by LUFS, or not at all.");
        else if (! (std::abs (loudness->residualPhon()) <= mostResidualPhon))
            notes.push_back (
                start + ": could not be made as loud as the rest; it is "
                + numberText (std::abs (loudness->residualPhon()), 1)
                + (loudness->residualPhon() > 0.0 ? " phon too loud." : " phon too quiet."));
    }

    return notes;
}

} // namespace cli
