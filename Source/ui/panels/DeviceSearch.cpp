// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/DeviceSearch.h"

#include "ui/look/Words.h"

namespace ui
{

namespace
{

bool isLike (const DeviceSearch& search, const DeviceRow& row)
{
    if ((search.kind && *search.kind != row.kind)
        || (search.evidence && *search.evidence != row.evidence))
        return false;

    const auto haystack = words (row.name) + " " + words (row.id) + " "
                          + words (std::string { library::kindName (row.kind) });

    for (const auto& word : juce::StringArray::fromTokens (search.text, " ", ""))
        if (word.isNotEmpty() && ! haystack.containsIgnoreCase (word))
            return false;

    return true;
}

} // namespace

std::vector<std::size_t> placesOf (const DeviceSearch& search, const std::vector<DeviceRow>& rows)
{
    std::vector<std::size_t> places;

    for (std::size_t place = 0; place < rows.size(); ++place)
        if (isLike (search, rows[place]))
            places.push_back (place);

    return places;
}

} // namespace ui
