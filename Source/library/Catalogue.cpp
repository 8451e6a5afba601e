// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/Catalogue.h"

#include "library/EnvironmentReader.h"
#include "library/FolderListing.h"
#include "library/ProfileReader.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace library
{

namespace
{

units::Problem twice (const std::string& id, const std::string& file, const std::string& earlier)
{
    return { units::Problem::Kind::invalidValue,
             file + ": /id",
             "\"" + id + "\" is already the id of " + earlier + ".",
             "Ids are unique for ever: give this one another." };
}

std::string_view bareName (std::string_view id) { return id.substr (id.find ('/') + 1); }

/** Levenshtein's distance: letters to insert, drop or replace. */
std::size_t editDistance (std::string_view left, std::string_view right)
{
    std::vector<std::size_t> row (right.size() + 1);
    std::iota (row.begin(), row.end(), std::size_t { 0 });

    for (std::size_t i = 0; i < left.size(); ++i)
    {
        std::size_t diagonal = std::exchange (row[0], i + 1);

        for (std::size_t j = 0; j < right.size(); ++j)
        {
            const std::size_t replaced = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min ({ row[j + 1] + 1, row[j] + 1, replaced });
        }
    }

    return row.back();
}

/** How far a mistyped id is from a real one; its beginning, such as the kind, is nearer than another
    part of it ("phone" is also in "headphones"), and a part is nearer than any misspelling. */
std::size_t strangeness (std::string_view typed, std::string_view id)
{
    if (id.starts_with (typed) || bareName (id).starts_with (typed))
        return 0;

    if (id.find (typed) != std::string_view::npos)
        return 1;

    const bool namesKind = typed.find ('/') != std::string_view::npos;
    return 2 + editDistance (typed, namesKind ? id : bareName (id));
}

} // namespace

units::Result<Catalogue> Catalogue::read (const std::vector<std::filesystem::path>& folders)
{
    Catalogue catalogue;

    for (const auto& folder : folders)
        if (auto added = catalogue.add (
                folder, &folder == &folders.front() ? Strictness::strict : Strictness::lenient);
            ! added)
            return added.problem();

    std::stable_sort (
        catalogue.profiles.begin(),
        catalogue.profiles.end(),
        [] (const auto& left, const auto& right) {
            return std::pair { left.kind, left.name } < std::pair { right.kind, right.name };
        });

    return catalogue;
}

units::Result<void> Catalogue::add (const std::filesystem::path& folder, Strictness strictness)
{
    if (! std::filesystem::is_directory (folder))
        return units::Problem { units::Problem::Kind::missingFile,
                                folder.string(),
                                "There is no such library folder.",
                                "Name a folder that holds <kind>/<id>.json files." };

    for (const auto& file : deviceFilesIn (folder))
    {
        auto profile = readProfile (file, strictness);

        if (! profile)
            return profile.problem();

        if (const auto* earlier = deviceOfId (profile->id))
            return twice (profile->id, file.string(), earlier->file);

        profiles.push_back (std::move (profile).value());
    }

    return addSurroundings (folder, strictness);
}

units::Result<void> Catalogue::addSurroundings (const std::filesystem::path& folder,
                                                Strictness strictness)
{
    auto curves = Targets::read (folder / "targets");

    if (! curves)
        return curves.problem();

    anchors.addMissing (*curves);

    for (const auto& file : filesIn (folder / "environments", ".json"))
    {
        auto surrounding = readEnvironment (file, strictness);

        if (! surrounding)
            return surrounding.problem();

        if (environment (surrounding->id) != nullptr)
            return twice (surrounding->id, file.string(), "another environment");

        surroundings.push_back (std::move (surrounding).value());
    }

    return {};
}

const DeviceProfile* Catalogue::deviceOfId (std::string_view id) const
{
    const auto found = std::find_if (
        profiles.begin(), profiles.end(), [id] (const auto& each) { return each.id == id; });

    return found == profiles.end() ? nullptr : &*found;
}

const DeviceProfile* Catalogue::device (std::string_view id) const
{
    if (const auto* exact = deviceOfId (id))
        return exact;

    const DeviceProfile* only = nullptr;

    for (const auto& each : profiles)
    {
        if (bareName (each.id) != id)
            continue;

        if (only != nullptr)
            return nullptr;

        only = &each;
    }

    return only;
}

const ListeningEnvironment* Catalogue::environment (std::string_view id) const
{
    const auto found = std::find_if (surroundings.begin(),
                                     surroundings.end(),
                                     [id] (const auto& each) { return each.id == id; });

    return found == surroundings.end() ? nullptr : &*found;
}

std::vector<std::string> Catalogue::similarIds (std::string_view id) const
{
    std::vector<std::pair<std::size_t, std::string>> ranked;

    for (const auto& each : profiles)
        ranked.emplace_back (strangeness (id, each.id), each.id);

    for (const auto& each : surroundings)
        ranked.emplace_back (strangeness (id, each.id), each.id);

    std::sort (ranked.begin(), ranked.end());
    std::vector<std::string> best;

    // More than half of the letters wrong is no misspelling; five suggestions fill one line.
    for (const auto& [distance, candidate] : ranked)
        if (best.size() < 5 && distance <= 2 + id.size() / 2)
            best.push_back (candidate);

    return best;
}

} // namespace library
