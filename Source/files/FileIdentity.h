// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <optional>

namespace files
{

/** What a file system says of a file without reading it. Two that are equal are the same file with the
    same content, as far as can be known without reading it all. */
struct FileIdentity
{
    std::uint64_t device = 0;
    std::uint64_t number = 0; ///< the inode
    std::int64_t bytes = 0;
    std::int64_t modifiedNanoseconds = 0; ///< since 1970

    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes a defaulted comparison for a 0
    auto operator<=> (const FileIdentity&) const = default;
};

/** Nothing for a file that is missing or closed to us. */
std::optional<FileIdentity> identityOf (const std::filesystem::path& file);

} // namespace files
