// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/Norm.h"

#include <cstddef>

namespace analysis
{

namespace
{

// Fewer say nothing of the one in twenty.
constexpr std::size_t leastMasters = 5;
constexpr double highShare = 0.95;

} // namespace

std::optional<Norm> normOf (const Comparison& comparison, std::string_view measure)
{
    const auto& norms = comparison.norms;
    const auto own = comparison.column->id();
    const auto kind = comparison.column->kind();

    for (const auto& column : { own, kind })
        if (norms.values (column, measure).size() >= leastMasters)
            return Norm { *norms.percentile (column, measure, 0.5),
                          *norms.percentile (column, measure, highShare) };

    return std::nullopt;
}

std::string normSource (const Comparison& comparison)
{
    return "95 % of " + comparison.norms.origin + " on the same device stay below";
}

} // namespace analysis
