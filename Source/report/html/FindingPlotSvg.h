// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Finding.h"

#include <string>

namespace report
{

/** The plot of a finding as a <figure> with its legend, drawn in the page's colours: see ReportStyle. The
    band, or the times, of the finding are shaded. Empty where the finding has nothing to draw. */
std::string findingPlot (const analysis::Finding& finding);

} // namespace report
