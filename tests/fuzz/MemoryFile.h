// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

/** A file that is never on a disk, for importers that want a path. */
class MemoryFile
{
public:
    MemoryFile (const std::uint8_t* bytes, std::size_t count)
        : descriptor (::memfd_create ("fuzz", 0))
    {
        if (descriptor < 0 || ::write (descriptor, bytes, count) != static_cast<ssize_t> (count))
            std::abort();
    }

    ~MemoryFile() { ::close (descriptor); }

    MemoryFile (const MemoryFile&) = delete;
    MemoryFile& operator= (const MemoryFile&) = delete;

    std::filesystem::path path() const { return "/proc/self/fd/" + std::to_string (descriptor); }

private:
    int descriptor;
};
