// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/CheckJsonReader.h"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace report
{

/** What a new bounce changed. Findings are of the new one, but for those that are gone. */
struct Revision
{
    std::string before; ///< the file it is compared with
    bool isTheSameFile = false;
    int conformance = 0; ///< of the report before: another number judges otherwise
    std::vector<analysis::Finding> fixed;
    std::vector<analysis::Finding> better;
    std::vector<analysis::Finding> worse;
    std::vector<analysis::Finding> broke;
    std::vector<analysis::ColumnReport> columnsBefore; ///< those of `fixed`
};

/** Findings are the same when their rule and device are, and their times overlap by any bit; one without
    times is everywhere. */
Revision changesSince (const analysis::TranslationReport& before,
                       int conformanceBefore,
                       const analysis::TranslationReport& now);

/** The one among these that a master is a new bounce of: the one of the same name, or the only one.
    nullptr: none is. */
const analysis::TranslationReport*
predecessorOf (const analysis::TranslationReport& master,
               std::span<const analysis::TranslationReport> among);

/** "Fixed" and its sentences, and so on; what did not happen is left out. */
std::vector<std::pair<std::string, std::vector<std::string>>>
sentencesOf (const Revision& revision, const analysis::TranslationReport& now);

/** "Since song-v2.wav: 2 fixed, 1 broke." */
std::string headlineOf (const Revision& revision);

} // namespace report
