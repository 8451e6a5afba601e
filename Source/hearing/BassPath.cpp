// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/BassPath.h"

#include "units/Precondition.h"

#include <algorithm>
#include <cmath>

namespace hearing
{
namespace
{

// What a step of pitch costs, in units of salience.
constexpr double costPerSemitone = 0.25;
constexpr double costOfNewNote = 0.6;

/** A candidate at the end of the best path that leads to it. */
struct Step
{
    double score;
    std::size_t before; ///< index in the frame before
};

Step bestStep (const BassCandidate& to,
               std::span<const BassCandidate> before,
               std::span<const Step> steps)
{
    Step best { 0.0, 0 };

    for (std::size_t i = 0; i < before.size(); ++i)
    {
        const double distance = semitonesBetween (before[i].f0Hz, to.f0Hz);
        const double score = steps[i].score - std::min (costOfNewNote, costPerSemitone * distance);

        if (i == 0 || score > best.score)
            best = { score, i };
    }

    return { best.score + to.salience, best.before };
}

/** What speaks for and against one frame of a path. */
struct Signs
{
    double unsteadiness = 0.0; ///< semitones per frame
    double tonalShare = 0.0;
    double salience = 0.0;
    double lead = 0.0;
};

double leadOf (const BassCandidate& chosen, std::span<const BassCandidate> all)
{
    double rival = -1.0;

    for (const auto& candidate : all)
        if (semitonesBetween (candidate.f0Hz, chosen.f0Hz) > 1.0)
            rival = std::max (rival, candidate.salience);

    return chosen.salience - rival;
}

Signs signsAt (std::size_t frame,
               std::span<const BassEvidence> evidence,
               std::span<const std::optional<BassCandidate>> path)
{
    constexpr std::size_t reach = 2;
    constexpr double noNeighbour = 0.5; // as unsteady as a frame beyond the note counts
    Signs signs;
    double count = 0.0;
    double wandering = 0.0;

    for (std::size_t i = frame - std::min (reach, frame);
         i <= std::min (frame + reach, path.size() - 1);
         ++i)
    {
        if (! path[i] || semitonesBetween (path[i]->f0Hz, path[frame]->f0Hz) > 1.0)
            continue;

        const double apart = std::abs (static_cast<double> (i) - static_cast<double> (frame));
        wandering += semitonesBetween (path[i]->f0Hz, path[frame]->f0Hz) / std::max (1.0, apart);
        signs.tonalShare += path[i]->tonalShare;
        signs.salience += path[i]->salience;
        signs.lead += leadOf (*path[i], evidence[i].candidates);
        count += 1.0;
    }

    constexpr double numNeighbours = 2.0 * reach;
    signs.unsteadiness = (wandering + noNeighbour * (numNeighbours + 1.0 - count)) / numNeighbours;
    signs.tonalShare /= count;
    signs.salience /= count;
    signs.lead /= count;
    return signs;
}

double likelihood (const Signs& signs)
{
    const double sum = -4.67 - 1.21 * std::log (std::min (signs.unsteadiness, 2.0) + 0.02)
                       + 7.87 * signs.tonalShare - 9.77 * signs.salience + 14.97 * signs.lead;
    return 1.0 / (1.0 + std::exp (-sum));
}

} // namespace

double semitonesBetween (double oneHz, double otherHz)
{
    return std::abs (12.0 * std::log2 (oneHz / otherHz));
}

std::vector<std::optional<BassCandidate>> mostSalientPath (std::span<const BassEvidence> evidence)
{
    std::vector<std::vector<Step>> steps (evidence.size());

    for (std::size_t frame = 0; frame < evidence.size(); ++frame)
        for (const auto& candidate : evidence[frame].candidates)
            steps[frame].push_back (
                frame == 0
                    ? Step { candidate.salience, 0 }
                    : bestStep (candidate, evidence[frame - 1].candidates, steps[frame - 1]));

    std::vector<std::optional<BassCandidate>> path (evidence.size());
    std::size_t chosen = 0;

    for (std::size_t frame = evidence.size(); frame-- > 0;)
    {
        const auto& here = steps[frame];
        const bool isEnd = frame + 1 == evidence.size() || steps[frame + 1].empty();

        if (here.empty())
            continue;

        chosen = isEnd ? static_cast<std::size_t> (std::ranges::max_element (here, {}, &Step::score)
                                                   - here.begin())
                       : steps[frame + 1][chosen].before;
        path[frame] = evidence[frame].candidates[chosen];
    }

    return path;
}

std::vector<double> pathConfidence (std::span<const BassEvidence> evidence,
                                    std::span<const std::optional<BassCandidate>> path)
{
    PRECONDITION (evidence.size() == path.size());
    std::vector<double> result (path.size());

    for (std::size_t frame = 0; frame < path.size(); ++frame)
        if (path[frame])
            result[frame] = likelihood (signsAt (frame, evidence, path));

    return result;
}

} // namespace hearing
