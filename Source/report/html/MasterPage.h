// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/MergedFinding.h"
#include "report/html/ReportHtml.h"

#include <string>
#include <vector>

namespace report
{

/** One master as the parts of its page see it. */
struct MasterPage
{
    const Exhibits& exhibits;
    std::vector<analysis::MergedFinding> problems; ///< problemsOf (report), numbered from 1
    std::string prefix;                            ///< of ids on the page: "m1-"

    const analysis::TranslationReport& report() const { return exhibits.report; }
    std::string idOf (std::size_t problem) const { return prefix + std::to_string (problem + 1); }
};

/** Everything about one master, between its heading and the next. */
std::string masterSection (const MasterPage& page);

/** A problem in full: what, where, when, to be heard, what was tried, how we know, a plot. */
std::string problemCard (const MasterPage& page, std::size_t problem);

/** The waveform, and a lane for each problem beneath it. */
std::string waveformStrip (const MasterPage& page);

/** Kinds of devices × problems, each kind to be opened to its devices. */
std::string problemMatrix (const MasterPage& page);

} // namespace report
