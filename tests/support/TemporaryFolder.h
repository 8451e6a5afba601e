// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <stdlib.h>
#include <string>
#include <string_view>

namespace support
{

/** A folder of the test's own, gone with everything in it at the end. */
class TemporaryFolder
{
public:
    TemporaryFolder()
    {
        std::string pattern =
            (std::filesystem::temp_directory_path() / "elsewhere-XXXXXX").string();

        if (::mkdtemp (pattern.data()) == nullptr)
            throw std::runtime_error ("no temporary folder could be made");

        path = pattern;
    }

    ~TemporaryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all (path, ignored);
    }

    TemporaryFolder (const TemporaryFolder&) = delete;
    TemporaryFolder& operator= (const TemporaryFolder&) = delete;

    std::filesystem::path operator/ (std::string_view name) const { return path / name; }

    /** Writes a file into the folder. @returns where it is. */
    std::filesystem::path write (std::string_view name, std::string_view bytes) const
    {
        const auto file = path / name;
        std::ofstream (file, std::ios::binary)
            .write (bytes.data(), static_cast<std::streamsize> (bytes.size()));
        return file;
    }

    /** Everything in there, hidden files too. */
    std::size_t numEntries() const
    {
        return static_cast<std::size_t> (std::distance (std::filesystem::directory_iterator (path),
                                                        std::filesystem::directory_iterator()));
    }

    std::filesystem::path path;
};

inline std::string readWhole (const std::filesystem::path& file)
{
    std::ifstream stream (file, std::ios::binary);
    return { std::istreambuf_iterator<char> (stream), {} };
}

} // namespace support
