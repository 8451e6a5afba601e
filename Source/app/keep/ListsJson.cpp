// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keep/ListsJson.h"

#include "app/keep/JsonFields.h"

#include <algorithm>

namespace app
{

using files::Json;

Json jsonOf (const ui::KeyBindings& keys)
{
    Json::Array bindings;

    for (const auto& binding : keys.bindings())
        bindings.emplace_back (Json::Object { { "key", binding.key },
                                              { "command", ui::entryOf (binding.command).id } });

    return bindings;
}

Json jsonOf (const std::array<KeptReference, 16>& references)
{
    Json::Array slots;

    for (const auto& reference : references)
        slots.emplace_back (Json::Object { { "path", reference.path },
                                           { "cueSeconds", reference.cueSeconds },
                                           { "isInStep", reference.isInStep } });

    return slots;
}

Json jsonOf (const std::vector<KeptTrack>& playlist)
{
    Json::Array tracks;

    for (const auto& track : playlist)
        tracks.emplace_back (
            Json::Object { { "path", track.path }, { "gapSeconds", track.gapSeconds } });

    return tracks;
}

std::optional<ui::KeyBindings> keysIn (const Json& json)
{
    const auto* const array = arrayIn (json, "keys");

    if (array == nullptr)
        return std::nullopt;

    std::vector<ui::KeyBindings::Binding> bindings;

    for (const auto& entry : *array)
        if (const auto command = ui::commandFromId (textIn (entry, "command").value_or ("")))
            bindings.push_back ({ textIn (entry, "key").value_or (""), *command });

    return ui::KeyBindings { std::move (bindings) };
}

std::array<KeptReference, 16> referencesIn (const Json& json)
{
    std::array<KeptReference, 16> references;
    const auto* const array = arrayIn (json, "references");
    const auto count = array != nullptr ? std::min (array->size(), references.size()) : 0;

    for (std::size_t i = 0; i < count; ++i)
        references[i] = { textIn ((*array)[i], "path").value_or (""),
                          numberIn ((*array)[i], "cueSeconds").value_or (0.0),
                          flagIn ((*array)[i], "isInStep").value_or (false) };

    return references;
}

std::vector<KeptTrack> playlistIn (const Json& json)
{
    std::vector<KeptTrack> playlist;
    const auto* const array = arrayIn (json, "playlist");

    if (array == nullptr)
        return playlist;

    for (const auto& entry : *array)
    {
        const auto* const pathAlone = entry.asString();
        auto path = pathAlone != nullptr ? std::optional { *pathAlone } : textIn (entry, "path");

        if (path)
            playlist.push_back (
                { std::move (*path), numberIn (entry, "gapSeconds").value_or (0.0) });
    }

    return playlist;
}

std::array<std::string, 9> bankIn (const Json& json)
{
    std::array<std::string, 9> bank;
    const auto ids = textsIn (json, "bank");
    std::copy_n (ids.begin(), std::min (ids.size(), bank.size()), bank.begin());
    return bank;
}

} // namespace app
