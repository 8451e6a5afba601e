// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/LibraryLocation.h"

#include <cstdlib>

namespace library
{

namespace fs = std::filesystem;

namespace
{

std::string environmentVariable (const char* name)
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): read once, before any thread is started
    const char* value = std::getenv (name);
    return value == nullptr ? "" : value;
}

bool isFolder (const fs::path& path)
{
    std::error_code ignored;
    return fs::is_directory (path, ignored);
}

} // namespace

units::Result<fs::path> ownLibrary()
{
    const auto chosen = environmentVariable ("ELSEWHERE_LIBRARY");

    if (! chosen.empty())
        return fs::path { chosen };

    for (const auto& candidate :
         { fs::path { ELSEWHERE_INSTALLED_LIBRARY }, fs::path { ELSEWHERE_SOURCE_LIBRARY } })
        if (isFolder (candidate))
            return candidate;

    return units::Problem { units::Problem::Kind::missingFile,
                            ELSEWHERE_INSTALLED_LIBRARY,
                            "the device library is not where it was installed.",
                            "Set ELSEWHERE_LIBRARY to the folder ir_library." };
}

fs::path userLibrary()
{
    const auto dataHome = environmentVariable ("XDG_DATA_HOME");
    const auto base = dataHome.empty() ? fs::path { environmentVariable ("HOME") } / ".local/share"
                                       : fs::path { dataHome };
    return base / "elsewhere" / "ir_library";
}

std::vector<fs::path> headFolders()
{
    std::vector<fs::path> folders;

    if (const auto own = ownLibrary())
        folders.push_back (own->parent_path() / "hrtf");

    folders.push_back (userLibrary().parent_path() / "hrtf");
    return folders;
}

units::Result<Catalogue> readCatalogue (const std::vector<std::string>& furtherFolders)
{
    auto own = ownLibrary();

    if (! own)
        return own.problem();

    std::vector<fs::path> folders { *own };

    if (isFolder (userLibrary()))
        folders.push_back (userLibrary());

    folders.insert (folders.end(), furtherFolders.begin(), furtherFolders.end());
    return Catalogue::read (folders);
}

} // namespace library
