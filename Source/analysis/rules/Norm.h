// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Comparison.h"

#include <optional>
#include <string>
#include <string_view>

namespace analysis
{

/** What released masters have of one measure on a column. */
struct Norm
{
    double median = 0.0;
    double high = 0.0; ///< one in twenty has more
};

/** Nothing where the norms know too few masters on the comparison's column, or on devices of its kind. */
std::optional<Norm> normOf (const Comparison& comparison, std::string_view measure);

/** The middle of a measure, and how far masters lie from it. */
struct NormSpread
{
    double middle = 0.0;    ///< median
    double deviation = 1.0; ///< as a standard deviation, from the 16th and 84th percentile
};

std::optional<NormSpread> spreadOfNorm (const Comparison& comparison, std::string_view measure);

/** What Evidence::source says of Norm::high. */
std::string normSource (const Comparison& comparison);

} // namespace analysis
