// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Finding.h"
#include "analysis/MasterMeasures.h"

#include <vector>

namespace analysis
{

/** The windows of StereoField::folds that are marked, as ranges. */
std::vector<TimeRange> rangesOfWindows (const std::vector<bool>& windows);

/** What a fold to mono leaves of every band of the ear in these windows, and where a warning begins. */
FindingPlot foldPlot (const StereoField& field, const std::vector<bool>& windows, double warnDb);

/** The windows in which a copy that comes later in one channel makes a comb of the fold. */
std::vector<bool> combedWindows (const StereoField& field);

/** What is to be said of them. */
Finding combFinding (const MasterMeasures& master, const std::vector<bool>& windows);

} // namespace analysis
