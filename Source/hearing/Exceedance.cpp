// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/Exceedance.h"

#include "units/Precondition.h"

#include <algorithm>
#include <cmath>

namespace hearing
{
namespace
{

constexpr double lowest = 1e-3;
constexpr double highest = 1e4;
constexpr double classesPerNeper = 1000.0;

std::size_t classOf (double value)
{
    if (! (value >= lowest))
        return 0;

    return 1
           + static_cast<std::size_t> (classesPerNeper
                                       * std::log (std::min (value, highest) / lowest));
}

double middleOf (std::size_t index)
{
    if (index == 0)
        return 0.0;

    return lowest * std::exp ((static_cast<double> (index) - 0.5) / classesPerNeper);
}

} // namespace

Exceedance::Exceedance() : counts (classOf (highest) + 1) {}

void Exceedance::add (double value)
{
    ++counts[classOf (value)];
    ++total;
}

std::optional<double> Exceedance::exceeded (double percentOfTime) const
{
    PRECONDITION (percentOfTime >= 0.0 && percentOfTime <= 100.0);

    if (total == 0)
        return std::nullopt;

    const double rank = (1.0 - percentOfTime / 100.0) * static_cast<double> (total - 1);
    std::uint64_t passed = 0;
    std::size_t index = 0;

    while ((passed += counts[index]) <= static_cast<std::uint64_t> (rank))
        ++index;

    return middleOf (index);
}

} // namespace hearing
