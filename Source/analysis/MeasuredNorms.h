// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/ReferenceNorms.h"
#include "analysis/TranslationAnalyzer.h"

#include <filesystem>
#include <span>
#include <vector>

namespace analysis
{

/** What came of measuring masters for norms. */
struct MeasuredNorms
{
    ReferenceNorms norms;                 ///< of those that could be measured
    std::vector<units::Problem> problems; ///< why the others could not
};

/** Measures every master on every column and makes norms of them. Neither remedies nor codecs are tried,
    whatever the request says. A master that cannot be read does not keep the others from being measured;
    an interruption does. The same masters in any order give the same norms. */
units::Result<MeasuredNorms> measureNorms (std::span<const std::filesystem::path> masters,
                                           const library::Catalogue& catalogue,
                                           CheckRequest request,
                                           const monitoring::Progress& progress);

} // namespace analysis
