// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keep/TrackMemory.h"

#include "app/keep/JsonFields.h"

#include <algorithm>
#include <cstdint>
#include <sstream>

namespace app
{

using files::Json;

namespace
{

/** FNV-1a, 64 bit: the same on every machine and for ever. */
std::string hashOf (const std::string& text)
{
    std::uint64_t hash = 14695981039346656037u;

    for (const char letter : text)
        hash = (hash ^ static_cast<unsigned char> (letter)) * 1099511628211u;

    std::ostringstream digits;
    digits << std::hex << hash;
    return digits.str();
}

Json jsonOf (const std::vector<ui::Marker>& markers)
{
    Json::Array array;

    for (const auto& marker : markers)
        array.emplace_back (
            Json::Object { { "seconds", marker.seconds }, { "label", marker.label } });

    return array;
}

std::vector<ui::Marker> markersIn (const Json& json)
{
    std::vector<ui::Marker> markers;

    if (const auto* const array = arrayIn (json, "markers"); array != nullptr)
        for (const auto& entry : *array)
            if (const auto seconds = numberIn (entry, "seconds"))
                markers.push_back ({ *seconds, textIn (entry, "label").value_or ("") });

    std::ranges::stable_sort (markers, {}, &ui::Marker::seconds);
    return markers;
}

} // namespace

Json jsonOf (const TrackMemory& memory, const std::filesystem::path& track)
{
    Json loop;

    if (memory.loop)
        loop = Json::Object { { "beginSeconds", memory.loop->beginSeconds },
                              { "endSeconds", memory.loop->endSeconds },
                              { "isUsed", memory.isLooping } };

    return Json::Object { { "schema", 1 },
                          { "track", track.string() },
                          { "positionSeconds", memory.positionSeconds },
                          { "heardOn", memory.heardOn },
                          { "loop", std::move (loop) },
                          { "notes", memory.notes },
                          { "markers", jsonOf (memory.markers) },
                          { "intended", arrayOf (memory.intended) } };
}

TrackMemory trackMemoryOf (const Json& json)
{
    TrackMemory memory;
    memory.positionSeconds = numberIn (json, "positionSeconds").value_or (0.0);
    memory.heardOn = textIn (json, "heardOn").value_or (memory.heardOn);
    memory.notes = textIn (json, "notes").value_or ("");
    memory.markers = markersIn (json);
    memory.intended = textsIn (json, "intended");

    if (const auto* const loop = json.find ("loop"); loop != nullptr && loop->asObject() != nullptr)
    {
        memory.loop = ui::TimeSpan { numberIn (*loop, "beginSeconds").value_or (0.0),
                                     numberIn (*loop, "endSeconds").value_or (0.0) };
        memory.isLooping = flagIn (*loop, "isUsed").value_or (false);
    }

    return memory;
}

std::filesystem::path memoryFile (const std::filesystem::path& folder,
                                  const std::filesystem::path& track)
{
    // Names may be as long as a file system allows, and this one has more to it. No half letters.
    auto stem = track.stem().string().substr (0, 80);

    while (! stem.empty() && static_cast<unsigned char> (stem.back()) >= 0x80)
        stem.pop_back();

    return folder / (stem + "-" + hashOf (track.string()) + ".json");
}

} // namespace app
