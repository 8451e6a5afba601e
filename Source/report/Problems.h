// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/MergedFinding.h"

#include <vector>

namespace report
{

/** What is to be mended, first what matters most: all but the facts. Its order is that of the numbers that
    findings have on a page. */
std::vector<analysis::MergedFinding> problemsOf (const analysis::TranslationReport& report);

/** Facts about the file that break nothing: notes about the master itself. */
std::vector<analysis::MergedFinding> factsFoundIn (const analysis::TranslationReport& report);

/** So many problems are said first. */
inline constexpr std::size_t mostFixes = 3;

} // namespace report
