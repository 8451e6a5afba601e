// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Problem.h"

#include <filesystem>
#include <vector>

namespace library
{

/** Reads every file of a library strictly and checks it: schema, plausibility, licence and place, ids
    used once, targets and environments that devices refer to. @returns every Problem found. */
std::vector<units::Problem> verifyLibrary (const std::filesystem::path& folder);

} // namespace library
