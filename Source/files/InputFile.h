// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Result.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace files
{

/** A Problem with its cure when this is missing, a folder, a device, closed to us, or empty. */
units::Result<void> checkReadable (const std::filesystem::path& file);

/** All bytes of a file. A longer one than the limit is refused before it fills the memory. */
units::Result<std::string> readBytes (const std::filesystem::path& file,
                                      std::uintmax_t maximumBytes);

/** The limit for text: a large heuristic, hundreds of times the longest table or profile known. */
inline constexpr std::uintmax_t maximumTextBytes = 64u << 20u;

} // namespace files
