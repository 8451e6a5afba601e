// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/Norm.h"

#include <algorithm>
#include <cstddef>

namespace analysis
{

namespace
{

constexpr double highShare = 0.95;

/** The column of the norms that speaks for the comparison's: its own, or that of its kind. */
std::optional<std::string> columnWith (const Comparison& comparison, std::string_view measure)
{
    for (const auto& column : { comparison.column->id(), comparison.column->kind() })
        if (comparison.norms.values (column, measure).size() >= leastMastersOfNorms)
            return column;

    return std::nullopt;
}

} // namespace

std::optional<Norm> normOf (const Comparison& comparison, std::string_view measure)
{
    const auto column = columnWith (comparison, measure);

    if (! column)
        return std::nullopt;

    const auto& norms = comparison.norms;
    return Norm { *norms.percentile (*column, measure, 0.5),
                  *norms.percentile (*column, measure, highShare) };
}

std::optional<NormSpread> spreadOfNorm (const Comparison& comparison, std::string_view measure)
{
    const auto column = columnWith (comparison, measure);

    if (! column)
        return std::nullopt;

    const auto at = [&] (double share) {
        return *comparison.norms.percentile (*column, measure, share);
    };
    constexpr double oneDeviation = 0.3413;
    constexpr double least = 0.5; // of a handful of alike masters
    return NormSpread {
        at (0.5), std::max (least, 0.5 * (at (0.5 + oneDeviation) - at (0.5 - oneDeviation)))
    };
}

std::string normSource (const Comparison& comparison)
{
    return "95 % of " + comparison.norms.origin + " on the same device stay below";
}

} // namespace analysis
