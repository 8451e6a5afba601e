// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Result.h"

#include <filesystem>
#include <vector>

namespace cli
{

/** The file that was named, even when it is missing; or of a folder, the audio files in it and below
    it, sorted by path.

    In a folder, audio is what has the extension of a format that libsndfile reads; all else is
    passed over. A folder without any is a Problem.
*/
units::Result<std::vector<std::filesystem::path>> audioFilesOf (const std::filesystem::path& named);

} // namespace cli
