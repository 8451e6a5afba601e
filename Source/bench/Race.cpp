// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/Race.h"

#include <algorithm>
#include <limits>

namespace bench
{

namespace
{

using units::Result;

units::Problem interruption()
{
    return { units::Problem::Kind::interrupted, "interrupted", "stopped, and tidied up.", "" };
}

/** Seconds of one run of each. */
struct Round
{
    double ours = 0.0;
    double theirs = 0.0;
};

Result<Round>
runOnce (const Contestant& ours, const Contestant& theirs, const std::function<bool()>& goOn)
{
    if (! goOn())
        return interruption();

    const auto our = ours();

    if (! our)
        return our.problem();

    if (! goOn())
        return interruption();

    const auto their = theirs();
    return their ? Result<Round> { { *our, *their } } : their.problem();
}

} // namespace

Result<Standing> run (const Race& race, int numRounds, const std::function<bool()>& goOn)
{
    const auto theirs = race.theirs();

    if (! theirs)
        return theirs.problem();

    const auto ours = race.ours();
    constexpr double never = std::numeric_limits<double>::max();
    Standing standing { race.name, race.peer, race.unit, never, never, never, 0.0 };

    if (const auto warming = runOnce (ours, *theirs, goOn); ! warming)
        return warming.problem();

    for (int i = 0; i < numRounds; ++i)
    {
        const auto round = runOnce (ours, *theirs, goOn);

        if (! round)
            return round.problem();

        standing.ourSeconds = std::min (standing.ourSeconds, round->ours);
        standing.theirSeconds = std::min (standing.theirSeconds, round->theirs);
        standing.lowest = std::min (standing.lowest, round->ours / round->theirs);
        standing.highest = std::max (standing.highest, round->ours / round->theirs);
    }

    return standing;
}

} // namespace bench
