// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Severity.h"

#include <string>
#include <string_view>

namespace report
{

/** Text that may stand between tags and within quotes, whatever bytes it is made of. */
std::string escaped (std::string_view text);

/** The same for sentences: a number keeps its unit, "AirPods 3" its number and "1:01–1:34" its end on one
    line. */
std::string escapedSentence (std::string_view text);

/** <tag attributes>content</tag>, where the content is markup already. */
std::string element (std::string_view tag, std::string_view attributes, std::string_view content);

/** <tag class="name">content</tag>. */
std::string classed (std::string_view tag, std::string_view name, std::string_view content);

std::string base64 (std::string_view bytes);

/** The sign of a verdict, of another shape for each; its name is for those who do not see it. The page
    defines the shapes once: verdictShapes(). */
std::string verdictSign (analysis::Verdict verdict);
std::string verdictShapes();

} // namespace report
