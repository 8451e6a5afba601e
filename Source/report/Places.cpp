// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/Places.h"

#include "library/DeviceProfile.h"
#include "report/Words.h"

#include <algorithm>
#include <array>
#include <vector>

namespace report
{

namespace
{

using analysis::ColumnReport;

/** The columns of a report that one word stands for: a kind, with one noise or none. */
struct Group
{
    std::string kind;
    std::string noise;
    std::vector<const ColumnReport*> affected;
    std::size_t all = 0;
};

struct KindWords
{
    library::DeviceKind kind;
    std::string_view many;
};

constexpr std::array kinds {
    KindWords { library::DeviceKind::earbuds, "earbuds" },
    KindWords { library::DeviceKind::headphones, "headphones" },
    KindWords { library::DeviceKind::phone, "phones" },
    KindWords { library::DeviceKind::tablet, "tablets" },
    KindWords { library::DeviceKind::laptop, "laptops" },
    KindWords { library::DeviceKind::smartSpeaker, "smart speakers" },
    KindWords { library::DeviceKind::bluetoothSpeaker, "Bluetooth speakers" },
    KindWords { library::DeviceKind::desktopSpeaker, "desktop speakers" },
    KindWords { library::DeviceKind::soundbar, "soundbars" },
    KindWords { library::DeviceKind::tv, "TVs" },
    KindWords { library::DeviceKind::car, "cars" },
    KindWords { library::DeviceKind::monitor, "studio monitors" },
    KindWords { library::DeviceKind::club, "clubs" },
};

std::string manyOf (const std::string& kind)
{
    const auto* found = std::ranges::find_if (
        kinds, [&] (const KindWords& words) { return library::kindId (words.kind) == kind; });
    return found == kinds.end() ? "other devices" : std::string { found->many };
}

bool isEntered (const Group& group)
{
    return group.kind == library::kindId (library::DeviceKind::car)
           || group.kind == library::kindId (library::DeviceKind::club);
}

std::string upTo (const std::string& text, std::string_view end)
{
    return text.substr (0, text.find (end));
}

/** "Sedan (2002), front" is "the sedan", "Phone, typical" is "the typical phone"; what has a name of its
    own keeps it. */
std::string nameOf (const ColumnReport& column, const Group& group)
{
    constexpr std::string_view typical = ", typical";
    const auto noise = ", " + group.noise;
    const auto name = group.noise.empty() ? column.name : upTo (column.name, noise);

    if (isEntered (group))
        return "the " + decapitalised (upTo (upTo (name, " ("), ","));

    return name.ends_with (typical) ? "the typical " + decapitalised (upTo (name, typical)) : name;
}

/** " at 80 km/h", " in the train". */
std::string circumstance (const Group& group)
{
    constexpr std::string_view car = "Car ";

    if (group.noise.empty())
        return {};

    return group.noise.starts_with (car) && isEntered (group)
               ? " " + upTo (group.noise.substr (car.size()), " (")
               : " in the " + decapitalised (upTo (group.noise, " ("));
}

/** What is enumerated for a group: its kind, some of its devices, or how many. */
std::vector<std::string> wordsFor (const Group& group)
{
    const auto& affected = group.affected;
    const bool standsForKind = affected[0]->name.find ("typical") != std::string::npos;
    constexpr std::size_t mostNames = 2;

    if (affected.size() == group.all && (group.all > 1 || standsForKind))
        return { manyOf (group.kind) + circumstance (group) };

    if (affected.size() > mostNames)
        return { std::to_string (affected.size()) + " of " + std::to_string (group.all) + " "
                 + manyOf (group.kind) + circumstance (group) };

    std::vector<std::string> names;

    for (const auto* column : affected)
        if (const auto name = nameOf (*column, group) + circumstance (group);
            std::ranges::find (names, name) == names.end())
            names.push_back (name);

    return names;
}

std::vector<Group> groupsOf (std::span<const std::string> columns,
                             const analysis::TranslationReport& report)
{
    std::vector<Group> groups;

    for (const auto& column : report.columns)
    {
        auto group = std::ranges::find_if (groups, [&] (const Group& other) {
            return other.kind == column.kind && other.noise == column.noise;
        });

        if (group == groups.end())
            group = groups.insert (groups.end(), { column.kind, column.noise, {}, 0 });

        ++group->all;

        if (std::ranges::find (columns, column.id) != columns.end())
            group->affected.push_back (&column);
    }

    std::erase_if (groups, [] (const Group& group) { return group.affected.empty(); });
    // "on phones and AirPods 3 in the train": the other way round the phones would ride too.
    std::stable_partition (
        groups.begin(), groups.end(), [] (const Group& group) { return group.noise.empty(); });
    return groups;
}

} // namespace

std::string placesOf (std::span<const std::string> columns,
                      const analysis::TranslationReport& report)
{
    constexpr std::size_t enoughForEverywhere = 4;
    const auto groups = groupsOf (columns, report);
    std::vector<std::string> on;
    std::vector<std::string> in;
    std::size_t numAffected = 0;

    for (const auto& group : groups)
    {
        std::ranges::move (wordsFor (group), std::back_inserter (isEntered (group) ? in : on));
        numAffected += group.affected.size();
    }

    if (numAffected == report.columns.size() && numAffected >= enoughForEverywhere)
        return "everywhere";

    const auto first = on.empty() ? "" : "on " + enumerated (on);
    const auto second = in.empty() ? "" : "in " + enumerated (in);
    const auto* between = first.empty() || second.empty()    ? ""
                          : on.size() == 1 && in.size() == 1 ? " and "
                                                             : ", and ";
    return first + between + second;
}

} // namespace report
