// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keep/KeptPlaces.h"

#include <cstdlib>

namespace app
{

namespace
{

std::filesystem::path baseFolder (const char* variable, const char* usual)
{
    // Read once, before there is a second thread.
    const char* const set = std::getenv (variable); // NOLINT(concurrency-mt-unsafe)
    const char* const home = std::getenv ("HOME");  // NOLINT(concurrency-mt-unsafe)
    const std::filesystem::path chosen = set != nullptr ? set : "";

    // The specification: a relative one is to be ignored.
    if (chosen.is_absolute())
        return chosen / "elsewhere";

    return std::filesystem::path { home != nullptr ? home : "/tmp" } / usual / "elsewhere";
}

} // namespace

KeptPlaces KeptPlaces::ofThisUser()
{
    return { baseFolder ("XDG_CONFIG_HOME", ".config") / "settings.json",
             baseFolder ("XDG_STATE_HOME", ".local/state") / "tracks",
             baseFolder ("XDG_CACHE_HOME", ".cache") };
}

} // namespace app
