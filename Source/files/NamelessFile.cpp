// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/NamelessFile.h"

#include <fcntl.h>
#include <unistd.h>

namespace files
{

int openNamelessFile (const std::filesystem::path& folder)
{
    const int file = ::open (folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

    if (file >= 0)
        return file;

    // Not every file system knows nameless files: make one and take its name away.
    auto name = (folder / ".elsewhere-XXXXXX").string();
    const int named = ::mkostemp (name.data(), O_CLOEXEC);

    if (named >= 0)
        ::unlink (name.c_str());

    return named;
}

} // namespace files
