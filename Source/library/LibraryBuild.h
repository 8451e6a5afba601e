// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace library
{

/** One device that was built, and what the import understood and assumed. */
struct BuiltDevice
{
    std::string id;
    std::filesystem::path file;
    std::vector<std::string> notes;
};

/** Builds every target and device of a recipe into a library folder, replacing what is there. Equal
    raw files give equal bytes.
    @param recipe  ir_library/sources.json
    @param raw     the folder of the raw measurements */
units::Result<std::vector<BuiltDevice>> buildLibrary (const std::filesystem::path& recipe,
                                                      const std::filesystem::path& raw,
                                                      const std::filesystem::path& library);

} // namespace library
