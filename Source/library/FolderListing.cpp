// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/FolderListing.h"

#include "library/DeviceProfile.h"

#include <algorithm>

namespace library
{

std::vector<std::filesystem::path> filesIn (const std::filesystem::path& folder,
                                            std::string_view extension)
{
    std::vector<std::filesystem::path> found;
    std::error_code ignored; // an unreadable folder is as good as none
    std::filesystem::directory_iterator entries { folder, ignored };

    for (; entries != std::filesystem::directory_iterator {}; entries.increment (ignored))
        if (entries->path().extension() == extension)
            found.push_back (entries->path());

    std::sort (found.begin(), found.end());
    return found;
}

std::vector<std::filesystem::path> deviceFilesIn (const std::filesystem::path& library)
{
    std::vector<std::filesystem::path> found;

    for (const auto kind : allKinds())
        for (const auto& folder : { library / kindId (kind), library / "non-free" / kindId (kind) })
        {
            const auto files = filesIn (folder, ".json");
            found.insert (found.end(), files.begin(), files.end());
        }

    return found;
}

} // namespace library
