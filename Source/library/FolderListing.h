// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace library
{

/** The files in a folder with this extension, sorted by name; none when there is no such folder. */
std::vector<std::filesystem::path> filesIn (const std::filesystem::path& folder,
                                            std::string_view extension);

/** The device files of a library: <kind>/ and non-free/<kind>/, in the order of the kinds. */
std::vector<std::filesystem::path> deviceFilesIn (const std::filesystem::path& library);

} // namespace library
