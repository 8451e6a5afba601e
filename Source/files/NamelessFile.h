// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace files
{

/** A file for reading and writing that has no name, so that nothing of it remains when it is closed.
    @returns its descriptor; below 0 with errno set when none can be made in that folder */
int openNamelessFile (const std::filesystem::path& folder);

} // namespace files
