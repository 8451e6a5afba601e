// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/keep/Settings.h"
#include "files/Json.h"

namespace app
{

// What of the settings is a list.

files::Json jsonOf (const ui::KeyBindings& keys);
files::Json jsonOf (const std::array<KeptReference, 16>& references);
files::Json jsonOf (const std::vector<KeptTrack>& playlist);

// Each from its own field of all settings.

std::optional<ui::KeyBindings> keysIn (const files::Json& settings);
std::array<std::string, 9> bankIn (const files::Json& settings);
std::array<KeptReference, 16> referencesIn (const files::Json& settings);

/** The first versions kept paths alone. */
std::vector<KeptTrack> playlistIn (const files::Json& settings);

} // namespace app
