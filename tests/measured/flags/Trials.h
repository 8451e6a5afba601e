// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>

#include "measured/flags/Excerpt.h"
#include "measured/flags/Injection.h"
#include "measured/flags/Statistics.h"

namespace flags
{

/** What came of one injection, over all masters. */
struct InjectionTally
{
    std::array<Count, 5> recall; ///< of those realised, in masters in which the rule is silent
    std::array<std::vector<double>, 5> scores;
    std::vector<double> soundScores; ///< of the masters as they are
    Count alarms;                    ///< on the masters as they are
    Count monotone;
    std::vector<double> overlaps; ///< intersection over union of the place, at the moderate dose
    Count placed;                 ///< of those, at least one half

    void add (const InjectionTally& more);
};

struct ControlTally
{
    Count alarms;  ///< verdicts of warn or fail
    Count changed; ///< other than on the master itself
};

/** How often rules speak of masters into which nothing was put. */
struct Alarms
{
    std::map<analysis::RuleId, Count> perRule; ///< warn or fail, whatever the rule may say at most
    Count warned;                              ///< by any rule, with what each may say at most
    Count failed;

    void add (const Alarms& more);
};

/** A master as it is, and as it would be on a service or as loud as loud records are: limited, with true peaks
    up to −1 dBTP. */
enum Variant : std::size_t
{
    asReleased,
    at14Lufs,
    at9Lufs, ///< −9.5
    numVariants
};

inline constexpr std::array<const char*, numVariants> variantNames { "as released",
                                                                     "limited to −14 LUFS",
                                                                     "limited to −9.5 LUFS" };

/** All of it. */
struct Tally
{
    std::vector<InjectionTally> injections;
    std::vector<std::map<analysis::RuleId, ControlTally>> controls;
    std::array<Alarms, numVariants> alarms;

    void add (const Tally& more);
};

/** How much is tried with a master. */
enum class Thoroughness
{
    nothing,  ///< only what is said of the master and of its variants
    moderate, ///< the moderate dose into the master as it is
    whole ///< every dose, a part of the master, and controls; the moderate dose into its variants too
};

Tally tried (const Excerpt& excerpt,
             Thoroughness thoroughness,
             std::span<const Injection> injections,
             std::span<const Control> controls);

} // namespace flags
