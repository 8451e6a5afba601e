// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/keep/Settings.h"
#include "files/Json.h"
#include "units/Result.h"

#include <filesystem>

namespace app
{

/** As delivered, when there is no such file. A Problem when there is one that cannot be read: it is
    moved aside to "<file>.broken", so that it is not lost. */
units::Result<Settings> readSettings (const std::filesystem::path& file);

/** At once or not at all; makes the folder. */
units::Result<void> writeSettings (const std::filesystem::path& file, const Settings& settings);

/** As writeSettings, of anything. */
units::Result<void> keep (const std::filesystem::path& file, const files::Json& json);

} // namespace app
