// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBuffer.h"
#include "units/SampleRate.h"

#include <functional>
#include <string>
#include <vector>

namespace earflags
{

using Audio = dsp::AudioBuffer;
using Rate = units::SampleRate;

/** A defect that is put into masters, from hardly there to severe, and the rule that must find it on some
    devices and must not on others. */
struct EarInjection
{
    std::string name;
    std::string rule;
    std::vector<double> doses;
    std::size_t moderate = 2;          ///< index of the dose from which the rule must speak
    std::vector<std::string> found;    ///< columns on which it must be found
    std::vector<std::string> notFound; ///< columns on which the same file must not raise the rule

    std::function<void (Audio&, Rate, double dose)> apply;

    /** Whether it is there, measured in another way than the rule does. */
    std::function<bool (const Audio& before, const Audio& after, Rate, double dose)> isRealised;
};

/** What must not be found: nothing is wrong with it. */
struct EarControl
{
    std::string name;
    std::function<void (Audio&, Rate)> apply;
};

std::vector<EarInjection> earInjections();
std::vector<EarControl> earControls();

/** All columns that any of them is heard on. */
std::vector<std::string> earColumns();

/** Those on which controls are heard. */
std::vector<std::string> controlColumns();

} // namespace earflags
