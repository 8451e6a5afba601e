// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/DeviceProfile.h"
#include "library/ListeningEnvironment.h"
#include "library/Strictness.h"
#include "library/Targets.h"
#include "units/Result.h"

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace library
{

/** All devices, environments and targets of one or more library folders.

    The first folder is our own: unknown keys there are Problems. A user's library may add devices;
    an id that exists already is a Problem that names both files.
*/
class Catalogue
{
public:
    /** Reads every JSON file in <folder>/<kind>, <folder>/non-free/<kind>, environments and targets. */
    static units::Result<Catalogue> read (const std::vector<std::filesystem::path>& folders);

    const std::vector<DeviceProfile>& devices() const { return profiles; }
    const std::vector<ListeningEnvironment>& environments() const { return surroundings; }
    const Targets& targets() const { return anchors; }

    /** By id; the bare name after the kind's slash serves too when it is unique. */
    const DeviceProfile* device (std::string_view id) const;
    const ListeningEnvironment* environment (std::string_view id) const;

    /** Ids close to a mistyped one, best first, for "did you mean". */
    std::vector<std::string> similarIds (std::string_view id) const;

private:
    units::Result<void> add (const std::filesystem::path& folder, Strictness strictness);
    units::Result<void> addSurroundings (const std::filesystem::path& folder,
                                         Strictness strictness);
    const DeviceProfile* deviceOfId (std::string_view id) const;

    std::vector<DeviceProfile> profiles; ///< by kind, then name
    std::vector<ListeningEnvironment> surroundings;
    Targets anchors;
};

} // namespace library
