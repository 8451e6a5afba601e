// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Result.h"

#include <functional>
#include <string>
#include <vector>

namespace bench
{

/** Does a piece of work that is always the same. @returns the seconds that it took: of processor time, or
    as the race says */
using Contestant = std::function<units::Result<double>()>;

/** The same work, done by us and by a peer. Making the contestants is not timed. */
struct Race
{
    std::string name; ///< "live/8192 taps/64 frames"
    std::string peer; ///< "zita-convolver 4.0"
    std::string unit = "CPU time, ours / peer";
    std::function<Contestant()> ours;
    std::function<units::Result<Contestant>()> theirs; ///< a Problem: why it cannot run here
};

/** What came of a race. */
struct Standing
{
    std::string name;
    std::string peer;
    std::string unit;
    double ourSeconds = 0.0;   ///< least of all rounds
    double theirSeconds = 0.0; ///< the same
    double lowest = 0.0;       ///< of the ratios within a round
    double highest = 0.0;

    /** Ours / theirs: below 1, we need less. */
    double ratio() const { return ourSeconds / theirSeconds; }
};

/** Once to warm up, and then in turn, so that whatever else the machine does meets both alike.
    @param numRounds  at least 1
    @param goOn       asked before every run */
units::Result<Standing> run (const Race& race, int numRounds, const std::function<bool()>& goOn);

} // namespace bench
