// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/PlottedResponse.h"

#include <string>
#include <vector>

namespace report
{

/** A self-contained SVG, 20 Hz … 20 kHz on a log axis, legible on light and dark pages: same input,
    same bytes.

    Curves are numbered as the legend is, so that nothing depends on colour alone. A level that falls
    out of the axis leaves at its bottom: see LevelAxis.
*/
std::string responsePlotSvg (const std::vector<PlottedResponse>& responses,
                             const std::string& title);

} // namespace report
