// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/InputFile.h"

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>
#include <unistd.h>

namespace files
{

namespace fs = std::filesystem;
using units::Problem;

namespace
{

Problem missing (const fs::path& file)
{
    return { Problem::Kind::missingFile,
             file.string(),
             "There is no such file.",
             "Check the spelling and the folder." };
}

Problem unreadable (const fs::path& file, std::string what, std::string cure)
{
    return { Problem::Kind::unreadableFile, file.string(), std::move (what), std::move (cure) };
}

Problem closedToUs (const fs::path& file, int reason)
{
    return unreadable (file,
                       "It cannot be opened: " + std::generic_category().message (reason) + ".",
                       "Give yourself permission to read it (chmod +r), or copy it elsewhere.");
}

} // namespace

units::Result<void> checkReadable (const fs::path& file)
{
    std::error_code error;
    const auto status = fs::status (file, error);

    if (status.type() == fs::file_type::not_found)
        return missing (file);

    if (status.type() == fs::file_type::none)
        return closedToUs (file, error.value());

    if (fs::is_directory (status))
        return unreadable (file, "This is a folder.", "Name a file inside it.");

    if (! fs::is_regular_file (status))
        return unreadable (
            file, "This is a device or a pipe, not a file.", "Save it as a file first.");

    if (::access (file.c_str(), R_OK) != 0)
        return closedToUs (file, errno);

    if (fs::file_size (file, error) == 0)
        return unreadable (file,
                           "The file is empty: 0 bytes.",
                           "Export or download it again; the last time nothing was written.");

    return {};
}

units::Result<std::string> readBytes (const fs::path& file, std::uintmax_t maximumBytes)
{
    if (auto readable = checkReadable (file); ! readable)
        return readable.problem();

    std::error_code error;

    if (const auto size = fs::file_size (file, error); ! error && size > maximumBytes)
        return unreadable (file,
                           "The file has " + std::to_string (size >> 20u)
                               + " MiB; files of this kind have less than "
                               + std::to_string (maximumBytes >> 20u) + " MiB.",
                           "Check that this is the file you meant.");

    std::ifstream stream (file, std::ios::binary);
    std::string bytes { std::istreambuf_iterator<char> (stream), {} };

    if (stream.bad() || ! stream.is_open())
        return unreadable (
            file, "Reading stopped half way.", "Check the disk, or copy the file elsewhere.");

    return bytes;
}

} // namespace files
