// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/check/CheckNorms.h"

#include "analysis/NormsFile.h"
#include "library/LibraryLocation.h"

namespace cli
{

units::Result<analysis::ReferenceNorms> checkNorms (const std::string& file)
{
    if (! file.empty())
    {
        auto norms = analysis::readNorms (file);

        if (norms)
            norms->areTheUsersOwn = true;

        return norms;
    }

    const auto library = library::ownLibrary();

    if (! library)
        return library.problem();

    const auto shipped = *library / "norms" / "game-music.json";
    return std::filesystem::exists (shipped) ? analysis::readNorms (shipped)
                                             : analysis::ReferenceNorms {};
}

} // namespace cli
