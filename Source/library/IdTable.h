// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>

// Tables of names: rows with an enumerator (`value`) and the `id` it has in files.
namespace library
{

/** The row of an enumerator; the table has one for each. */
template <typename Table, typename Enum>
constexpr const auto& rowOf (const Table& table, Enum value)
{
    return *std::ranges::find_if (table, [=] (const auto& row) { return row.value == value; });
}

/** The enumerator with this id, spelt exactly so. */
template <typename Table>
constexpr auto enumeratorOf (const Table& table, std::string_view id)
{
    const auto row = std::ranges::find_if (table, [=] (const auto& each) { return each.id == id; });
    return row == table.end() ? std::nullopt : std::optional { row->value };
}

} // namespace library
