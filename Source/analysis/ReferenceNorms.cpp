// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/ReferenceNorms.h"

#include <algorithm>
#include <cmath>

namespace analysis
{

ReferenceNorms ReferenceNorms::ofMasters (std::vector<Master> masters)
{
    std::map<std::string, std::map<std::string, std::vector<double>>> lists;

    for (const auto& master : masters)
        for (const auto& [column, measure, value] : master.values)
            lists[column][measure].push_back (value);

    ReferenceNorms norms;

    for (auto& [column, measures] : lists)
        for (auto& [measure, list] : measures)
            norms.add (column, measure, std::move (list));

    norms.numMasters = masters.size();
    norms.origin = std::to_string (masters.size()) + " masters";
    norms.masters = std::move (masters);
    return norms;
}

std::optional<ReferenceNorms> ReferenceNorms::without (std::string_view sha256) const
{
    auto others = masters;

    if (std::erase_if (others, [&] (const Master& one) { return one.sha256 == sha256; }) == 0)
        return std::nullopt;

    auto norms = ofMasters (std::move (others));
    norms.origin = origin + " (without this one)";
    norms.areTheUsersOwn = areTheUsersOwn;
    return norms;
}

std::span<const double> ReferenceNorms::values (std::string_view column,
                                                std::string_view measure) const
{
    const auto found = columns.find (column);

    if (found == columns.end())
        return {};

    const auto list = found->second.find (measure);
    return list == found->second.end() ? std::span<const double> {} : list->second;
}

std::optional<double>
ReferenceNorms::shareBelow (std::string_view column, std::string_view measure, double value) const
{
    const auto all = values (column, measure);

    if (all.empty())
        return std::nullopt;

    const auto below = std::ranges::lower_bound (all, value) - all.begin();
    return static_cast<double> (below) / static_cast<double> (all.size());
}

std::optional<double>
ReferenceNorms::percentile (std::string_view column, std::string_view measure, double share) const
{
    const auto all = values (column, measure);

    if (all.empty())
        return std::nullopt;

    const double place = std::clamp (share, 0.0, 1.0) * static_cast<double> (all.size() - 1);
    const auto low = static_cast<std::size_t> (std::floor (place));
    const auto high = std::min (low + 1, all.size() - 1);
    return all[low] + (place - static_cast<double> (low)) * (all[high] - all[low]);
}

std::vector<std::string> ReferenceNorms::columnIds() const
{
    std::vector<std::string> ids;

    for (const auto& [column, measures] : columns)
        ids.push_back (column);

    return ids;
}

std::vector<std::string> ReferenceNorms::measuresOf (std::string_view column) const
{
    std::vector<std::string> names;

    if (const auto found = columns.find (column); found != columns.end())
        for (const auto& [measure, list] : found->second)
            names.push_back (measure);

    return names;
}

void ReferenceNorms::add (const std::string& column,
                          const std::string& measure,
                          std::vector<double> values)
{
    std::ranges::sort (values);
    columns[column][measure] = std::move (values);
}

} // namespace analysis
