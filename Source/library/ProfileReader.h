// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/DeviceProfile.h"
#include "library/Strictness.h"
#include "units/Result.h"

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace library
{

/** What came out of one device file: a profile, or everything that is wrong with the file. */
struct ProfileReading
{
    std::optional<DeviceProfile> profile; ///< only when there is no Problem
    std::vector<units::Problem> problems; ///< each names file, JSON pointer, cause and cure
};

/** Reads schema 1 (docs/data-formats.md, "Device files"), and the impulse response beside it. */
ProfileReading readProfileThoroughly (const std::filesystem::path& file, Strictness strictness);

/** The same without the world: an "impulseResponse" stays a file name.
    @param where  the file's name, for the Problems */
ProfileReading
parseProfile (std::string_view text, const std::string& where, Strictness strictness);

/** The profile or the first Problem. */
units::Result<DeviceProfile> readProfile (const std::filesystem::path& file, Strictness strictness);

} // namespace library
