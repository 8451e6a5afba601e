// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace report
{

/** The page's style sheet. Severities differ in shape and word, and then in colour; all text has a contrast
    of at least 4.5 : 1 (WCAG AA) on dark and light. */
std::string_view reportStyle();

} // namespace report
