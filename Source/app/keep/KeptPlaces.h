// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace app
{

/** Where things are kept, by the XDG base directories. */
struct KeptPlaces
{
    std::filesystem::path settings; ///< the file
    std::filesystem::path tracks;   ///< the folder of track memories
    std::filesystem::path cache;    ///< what can be made again

    static KeptPlaces ofThisUser();
};

} // namespace app
