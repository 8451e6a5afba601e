// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/Json.h"
#include "ui/values/TransportView.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace app
{

/** What is remembered of one track: so one comes back to where one was. */
struct TrackMemory
{
    double positionSeconds = 0.0;
    std::string heardOn = "untouched"; ///< "neutral", "untouched", or a device's id
    std::optional<ui::TimeSpan> loop;
    bool isLooping = false;
    std::string notes;
    std::vector<ui::Marker> markers;   ///< in the order of time
    std::vector<std::string> intended; ///< findings that are no alarm: silencingKeyOf()

    bool operator== (const TrackMemory&) const = default;
};

files::Json jsonOf (const TrackMemory& memory, const std::filesystem::path& track);
TrackMemory trackMemoryOf (const files::Json& json);

/** Where that of a track is kept: one file each, named after the track and a hash of its path. */
std::filesystem::path memoryFile (const std::filesystem::path& folder,
                                  const std::filesystem::path& track);

} // namespace app
