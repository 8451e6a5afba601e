// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/Catalogue.h"
#include "units/Result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace library
{

/** The folder of our own library: $ELSEWHERE_LIBRARY when set, else where it was installed, else
    the source tree this program was built from. */
units::Result<std::filesystem::path> ownLibrary();

/** $XDG_DATA_HOME/elsewhere/ir_library, or its default under the home folder. */
std::filesystem::path userLibrary();

/** Where heads (SOFA files) are looked for: hrtf/ beside our own library, and beside the user's. */
std::vector<std::filesystem::path> headFolders();

/** Our own library, the user's when there is one, and those named with --library. */
units::Result<Catalogue> readCatalogue (const std::vector<std::string>& furtherFolders);

} // namespace library
