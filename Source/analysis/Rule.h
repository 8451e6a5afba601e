// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Comparison.h"
#include "analysis/Finding.h"

#include <string>
#include <vector>

namespace analysis
{

/** A number that a rule looked at, reported whether there is a finding or not. */
struct Measure
{
    std::string name; ///< "bassLost", as the JSON report has it
    double value = 0.0;

    bool operator== (const Measure&) const = default;
};

/** What a rule says. */
struct Judgement
{
    std::vector<Finding> findings;
    std::vector<Measure> measures;
    std::string notAssessable; ///< why nothing can be said ("No bass line found."), or empty
};

enum class Scope
{
    master, ///< asked once, of the file itself
    device  ///< asked for every column
};

/** A question, and the pure function that answers it: same comparison, same judgement. The analyzer fills
    in Finding::device. */
struct Rule
{
    RuleId id = RuleId::truePeak;
    Scope scope = Scope::master;
    Judgement (*judge) (const Comparison&) = nullptr;

    /** The worst that it may say: what its validation bears out (docs/measured). What falls short of its
        target only notes, what was not tried enough only warns. */
    Severity worst = Severity::fail;
};

} // namespace analysis
