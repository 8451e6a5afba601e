// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Rule.h"
#include "dsp/AudioBuffer.h"
#include "units/SampleRate.h"

#include <array>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace flags
{

using Audio = dsp::AudioBuffer;
using Rate = units::SampleRate;

/** A defect that is put into masters, from hardly there to severe, and the rule that must find it. A new rule joins the
    validation with a list of these.
*/
struct Injection
{
    std::string name; ///< "bass below 150 Hz turned over in one channel"
    analysis::RuleId rule;
    std::array<double, 5> doses;
    std::string unit;
    std::size_t moderate; ///< index of the dose from which the rule must speak

    /** Puts it into frames [first, end) only. */
    std::function<void (Audio&, Rate, double dose, std::size_t first, std::size_t end)> apply;

    /** Whether it is there, measured in another way than the rule does. */
    std::function<bool (const Audio& before, const Audio& after, Rate, double dose)> isRealised;

    /** What the rule says of a master. */
    std::function<analysis::Judgement (const Audio&, Rate)> judge;

    /** Whether it speaks of this defect; some rules are never more than a note. */
    std::function<bool (const analysis::Finding&)> isAlarm;

    /** How much of it the rule sees: more is worse. */
    std::function<double (const analysis::Judgement&)> score;

    /** Whether it can be put into a part of a master, and its place found. */
    bool hasPlace = true;
};

/** What must not be found in a master: nothing is wrong with it, or nothing has changed. */
struct Control
{
    std::string name; ///< "both channels turned over"
    std::function<Audio (const Audio&, Rate)> make;
    bool isSafe =
        false; ///< free of what these rules find, by construction; else: no verdict may change
    std::vector<analysis::RuleId> rules; ///< which are asked
};

/** The defects that rules about the file itself find. */
std::vector<Injection> fileInjections();
std::vector<Control> fileControls();

} // namespace flags
