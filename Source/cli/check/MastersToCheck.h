// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Problem.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cli
{

struct MastersToCheck
{
    std::vector<std::filesystem::path> files;
    std::vector<units::Problem> problems; ///< folders without audio, playlists that cannot be read

    /** Of one folder or one playlist, and no more than an album has: their levels matter together. */
    bool areAnAlbum() const;

    std::size_t numPlaylists = 0;
};

/** Files, what lies in folders and below them, and what playlists (.m3u, .m3u8) name: paths, relative to the
    playlist, and file:// addresses; comments passed over. */
MastersToCheck mastersToCheck (const std::vector<std::string>& named);

} // namespace cli
