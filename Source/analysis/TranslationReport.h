// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Rule.h"

#include <string>
#include <vector>

namespace analysis
{

/** What was found on one column. */
struct ColumnReport
{
    std::string id;
    std::string name;
    std::string kind; ///< library::kindId
    std::string
        noise; ///< name of the place whose noise is heard too, "Car at 80 km/h"; empty: quiet
    std::string evidence; ///< how the device is known, in plain words
    Verdict verdict = Verdict::pass;
    std::vector<Measure> measures;
};

/** A question that could not be answered, and on what. */
struct NotAssessable
{
    RuleId rule;
    std::string device; ///< "*": the master itself
    std::string why;
};

/** Everything that is known of one master: same input, same report. Findings of the master come first, then
    those of the columns, in the order of the rules. */
struct TranslationReport
{
    std::string file;
    std::string sha256;
    double seconds = 0.0;
    int sampleRate = 0;
    int numChannels = 2;
    hearing::ProgrammeLoudness loudness;
    std::vector<Measure> measures; ///< of the master itself
    std::vector<ColumnReport> columns;
    std::vector<Finding> findings;
    std::vector<NotAssessable> notAssessable;
    std::vector<std::string>
        notes; ///< what the reader must know: assumptions, devices that were replaced
    std::string normsOrigin;
};

} // namespace analysis
