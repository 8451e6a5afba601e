// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/TranslationReport.h"
#include "monitoring/WaveformPyramid.h"
#include "report/CheckJson.h"
#include "report/Excerpt.h"
#include "report/Revision.h"
#include "report/SummaryText.h"

#include <span>
#include <string>
#include <vector>

namespace report
{

/** What a page shows of a master. Without a waveform or excerpts it does without them. */
struct Exhibits
{
    analysis::TranslationReport report;
    std::vector<monitoring::WaveformColumn> waveform; ///< the whole master, about 800 columns
    std::vector<Excerpt> excerpts;
    std::optional<Revision> revision {};
};

/** One HTML file that needs nothing else: no script, no network, no font; on dark and on light screens,
    as wide as a phone or a desk, and on paper. Same input, same bytes. Several masters begin with a table
    that leads to each. */
std::string reportHtml (std::span<const Exhibits> masters,
                        const CheckOrigin& origin,
                        const Album* album = nullptr);

} // namespace report
