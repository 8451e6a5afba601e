// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/check/CheckColumns.h"

#include "cli/audition/Subjects.h"

#include <algorithm>

namespace cli
{

namespace
{

using units::Problem;
using units::Result;

void add (std::vector<analysis::Column>& columns, const analysis::Column& column)
{
    if (std::ranges::find (columns, column.id(), &analysis::Column::id) == columns.end())
        columns.push_back (column);
}

Result<const library::ListeningEnvironment*>
noiseNamed (const std::string& id, const std::string& wanted, const library::Catalogue& catalogue)
{
    const auto* place = catalogue.environment (id);

    if (place != nullptr && place->noise)
        return place;

    std::string known;

    for (const auto& environment : catalogue.environments())
        if (environment.noise)
            known += (known.empty() ? "" : ", ") + environment.id;

    return Problem { Problem::Kind::missingFile,
                     "--device " + wanted,
                     "there is no place with a noise of its own that is called '" + id + "'.",
                     "Behind the @, use one of: " + known + "." };
}

void addUsualPanel (analysis::Panel& to, const library::Catalogue& catalogue)
{
    auto panel = analysis::usualPanel (catalogue);
    std::ranges::move (panel.notes, std::back_inserter (to.notes));

    for (const auto& column : panel.columns)
        add (to.columns, column);
}

/** The place whose noise is named behind an @; none without. */
Result<const library::ListeningEnvironment*> noiseOf (const std::string& id,
                                                      const library::Catalogue& catalogue)
{
    const auto at = id.find ('@');

    if (at == std::string::npos)
        return static_cast<const library::ListeningEnvironment*> (nullptr);

    return noiseNamed (id.substr (at + 1), id, catalogue);
}

Result<void>
addDevices (analysis::Panel& to, const std::string& id, const library::Catalogue& catalogue)
{
    const auto subjects = findSubjects ({ id.substr (0, id.find ('@')) }, catalogue);

    if (! subjects)
        return subjects.problem();

    const auto noise = noiseOf (id, catalogue);

    if (! noise)
        return noise.problem();

    for (const auto& subject : *subjects)
    {
        if (subject.device == nullptr)
            return Problem { Problem::Kind::invalidValue,
                             "--device " + id,
                             "this is not a device: every master is compared with Neutral.",
                             "Give device ids, all or panel. See: elsewhere devices" };

        auto column = analysis::columnOf (*subject.device);
        column.noise = *noise;
        add (to.columns, column);
    }

    return {};
}

} // namespace

Result<analysis::Panel> checkColumns (const std::vector<std::string>& ids,
                                      const library::Catalogue& catalogue)
{
    if (ids.empty())
        return analysis::usualPanel (catalogue);

    analysis::Panel result;

    for (const auto& id : ids)
        if (id == "panel")
            addUsualPanel (result, catalogue);
        else if (auto added = addDevices (result, id, catalogue); ! added)
            return added.problem();

    return result;
}

} // namespace cli
