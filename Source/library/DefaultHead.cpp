// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/DefaultHead.h"

#include "library/FolderListing.h"

#include <array>
#include <system_error>

namespace library
{

namespace
{

// Debian's libmysofa1, and the same package built by hand.
constexpr std::array packagedHeads { "/usr/share/libmysofa/MIT_KEMAR_normal_pinna.sofa",
                                     "/usr/local/share/libmysofa/MIT_KEMAR_normal_pinna.sofa" };

} // namespace

units::Result<HrtfSet> readHead (const std::filesystem::path& file)
{
    const auto sofa = files::readSofa (file);

    if (! sofa)
        return sofa.problem();

    return HrtfSet::fromSofa (*sofa, file.string());
}

std::vector<std::filesystem::path> headFiles (const std::vector<std::filesystem::path>& folders)
{
    std::vector<std::filesystem::path> found;

    for (const auto& folder : folders)
        if (const auto files = filesIn (folder, ".sofa"); ! files.empty())
            found.push_back (files.front());

    for (const auto* file : packagedHeads)
    {
        std::error_code ignored;

        if (std::filesystem::is_regular_file (file, ignored))
            found.emplace_back (file);
    }

    return found;
}

units::Result<HrtfSet> defaultHead (const std::vector<std::filesystem::path>& folders)
{
    const auto files = headFiles (folders);
    return files.empty() ? units::Result<HrtfSet> { HrtfSet::sphericalHead() }
                         : readHead (files.front());
}

} // namespace library
