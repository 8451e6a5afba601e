// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/LibraryVerification.h"

#include "library/EnvironmentReader.h"
#include "library/FolderListing.h"
#include "library/ProfileChecks.h"
#include "library/ProfileReader.h"
#include "library/Targets.h"

#include <map>

namespace library
{

namespace
{

using Problems = std::vector<units::Problem>;

void append (Problems& all, const Problems& more)
{
    all.insert (all.end(), more.begin(), more.end());
}

void complain (Problems& problems, std::string where, std::string what, std::string cure)
{
    problems.push_back ({ units::Problem::Kind::invalidValue,
                          std::move (where),
                          std::move (what),
                          std::move (cure) });
}

/** What a device refers to must be there. A user's library without folders of its own leans on ours. */
void checkReferences (const DeviceProfile& device,
                      const Targets& targets,
                      const std::filesystem::path& folder,
                      Problems& problems)
{
    const bool hasTargets = std::filesystem::is_directory (folder / "targets");
    const bool hasEnvironments = std::filesystem::is_directory (folder / "environments");

    for (const auto& response : device.responses)
        if (hasTargets && ! response.target.empty() && targets.find (response.target) == nullptr)
            complain (problems,
                      device.file + ": /responses",
                      "There is no target \"" + response.target + "\".",
                      "Name a file of the targets folder.");

    const auto environment = folder / "environments" / (device.environment + ".json");

    if (hasEnvironments && ! device.environment.empty() && ! std::filesystem::exists (environment))
        complain (problems,
                  device.file + ": /environment",
                  "There is no environment \"" + device.environment + "\".",
                  "Name a file of the environments folder, or leave it out.");
}

Targets verifiedTargets (const std::filesystem::path& folder, Problems& problems)
{
    auto targets = Targets::read (folder / "targets");

    if (targets)
        return std::move (targets).value();

    problems.push_back (targets.problem());
    return {};
}

void checkEnvironments (const std::filesystem::path& folder, Problems& problems)
{
    for (const auto& file : filesIn (folder / "environments", ".json"))
        if (const auto environment = readEnvironment (file, Strictness::strict); ! environment)
            problems.push_back (environment.problem());
}

} // namespace

std::vector<units::Problem> verifyLibrary (const std::filesystem::path& folder)
{
    Problems problems;
    const auto files = deviceFilesIn (folder);
    const Targets targets = verifiedTargets (folder, problems);
    std::map<std::string, std::string> fileOfId;

    if (files.empty())
        complain (problems,
                  folder.string(),
                  "There are no device files here.",
                  "Name a folder that holds <kind>/<id>.json files.");

    for (const auto& file : files)
    {
        const auto reading = readProfileThoroughly (file, Strictness::strict);
        append (problems, reading.problems);

        if (! reading.profile)
            continue;

        const auto& device = *reading.profile;
        append (problems, checkProfile (device));
        append (problems, checkPlace (device, folder));
        checkReferences (device, targets, folder, problems);

        if (const auto [earlier, isNew] = fileOfId.emplace (device.id, device.file); ! isNew)
            complain (problems,
                      device.file + ": /id",
                      "\"" + device.id + "\" is already the id of " + earlier->second + ".",
                      "Ids are unique for ever: give this one another.");
    }

    checkEnvironments (folder, problems);
    return problems;
}

} // namespace library
