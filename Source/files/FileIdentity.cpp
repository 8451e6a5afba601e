// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/FileIdentity.h"

#include <sys/stat.h>

namespace files
{

std::optional<FileIdentity> identityOf (const std::filesystem::path& file)
{
    struct stat found = {};

    if (::stat (file.c_str(), &found) != 0)
        return std::nullopt;

    constexpr std::int64_t second = 1'000'000'000;
    return FileIdentity { found.st_dev,
                          found.st_ino,
                          found.st_size,
                          found.st_mtim.tv_sec * second + found.st_mtim.tv_nsec };
}

} // namespace files
