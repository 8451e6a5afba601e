// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Evidence.h"
#include "analysis/MasterMeasures.h"
#include "analysis/Severity.h"
#include "analysis/TimeRange.h"
#include "analysis/Treatment.h"

#include <string>
#include <string_view>
#include <vector>

/** What can be wrong with a file. */
namespace analysis::file_faults
{

/** One that has been found: the numbers, and the words for them. */
struct Fault
{
    std::string_view aspect; ///< of Finding
    Severity severity;
    std::vector<TimeRange> ranges;
    Evidence evidence;
    std::string summary;
    std::string remedy;
    std::vector<Treatment> proposals {}; ///< what is tried of that
};

using Faults = std::vector<Fault>;

void addDc (const MasterMeasures& master, Faults& faults);
void addClips (const MasterMeasures& master, Faults& faults);
void addDropOuts (const MasterMeasures& master, Faults& faults);
void addChannels (const MasterMeasures& master, Faults& faults); ///< a dead or an inverted one
void addEnds (const MasterMeasures& master,
              Faults& faults); ///< cut off at the beginning or the end
void addSilences (const MasterMeasures& master, Faults& faults);
void addEdge (const MasterMeasures& master,
              Faults& faults); ///< made from a lossy file, or upsampled
void addResolution (const MasterMeasures& master, Faults& faults); ///< few bits

/** Of a file that is faulty from end to end. */
inline std::vector<TimeRange> wholeOf (const MasterMeasures& master)
{
    return { { 0.0, master.seconds } };
}

} // namespace analysis::file_faults
