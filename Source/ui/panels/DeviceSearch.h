// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/values/LibraryView.h"

#include <juce_core/juce_core.h>

#include <optional>
#include <vector>

namespace ui
{

/** What a device must be like. */
struct DeviceSearch
{
    juce::String text; ///< every word of it occurs in the name, the kind or the id
    std::optional<library::DeviceKind> kind;
    std::optional<library::Evidence> evidence;
};

/** The places of the rows that are like that, in their order. */
std::vector<std::size_t> placesOf (const DeviceSearch& search, const std::vector<DeviceRow>& rows);

} // namespace ui
