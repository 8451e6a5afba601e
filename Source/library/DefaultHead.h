// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/HrtfSet.h"
#include "units/Result.h"

#include <filesystem>
#include <vector>

namespace library
{

/** Reads a SOFA file of any rate (SimpleFreeFieldHRIR). A second or less; off the audio thread. */
units::Result<HrtfSet> readHead (const std::filesystem::path& file);

/** Where a head is looked for, in this order: the first SOFA file by name in each of the given
    folders (hrtf/, a user's hrtf/), then MIT KEMAR where libmysofa's package puts it. */
std::vector<std::filesystem::path> headFiles (const std::vector<std::filesystem::path>& folders);

/** The first head that is there; the rigid sphere, marked modelled, when there is none.
    A Problem when a file is there and cannot be used. */
units::Result<HrtfSet> defaultHead (const std::vector<std::filesystem::path>& folders);

} // namespace library
