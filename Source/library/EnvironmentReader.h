// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/ListeningEnvironment.h"
#include "library/Strictness.h"
#include "units/Problem.h"
#include "units/Result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace library
{

/** What came out of one environment file: the surroundings, or everything that is wrong with them. */
struct EnvironmentReading
{
    std::optional<ListeningEnvironment> environment; ///< only when there is no Problem
    std::vector<units::Problem> problems;            ///< each names file, JSON pointer, cause, cure
};

/** Reads schema 1 (docs/data-formats.md, "Environment files").
    @param where  the file's name, for the Problems */
EnvironmentReading
parseEnvironment (std::string_view text, const std::string& where, Strictness strictness);

/** The environment or the first Problem. */
units::Result<ListeningEnvironment> readEnvironment (const std::filesystem::path& file,
                                                     Strictness strictness);

} // namespace library
