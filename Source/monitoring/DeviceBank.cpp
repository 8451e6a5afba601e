// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/DeviceBank.h"

#include <algorithm>

namespace monitoring
{

namespace
{

// A heuristic: what a room or a bass-heavy device usually adds to the peaks of a loud master.
constexpr double usualHeadroomDb = -8.0;
constexpr double mostHeadroomDb = -14.0;

bool isSameListener (const library::Listener& a, const library::Listener& b)
{
    return a.listening == b.listening && a.headphones == b.headphones
           && a.takesHeadphonesOut == b.takesHeadphonesOut && a.correctionEnd == b.correctionEnd
           && a.head == b.head && a.usesUsualEnvironment == b.usesUsualEnvironment
           && a.environment == b.environment;
}

/** What of the entries a new setting concerns. */
struct Change
{
    bool isNew = false;         ///< other sounds altogether
    bool isOtherMaster = false; ///< other programme to be matched on
    bool isOtherMatch = false;  ///< other gains
    bool isOtherLevel = false; ///< other plans: noise depends on the level, whatever the match does
};

Change changeOf (const BankSetting* before, const BankSetting& wanted)
{
    if (before == nullptr || ! hearsTheSame (*before, wanted))
        return { true, true, true, true };

    Change change;
    change.isOtherMaster = before->master != wanted.master
                           || before->masterVersion != wanted.masterVersion;
    const bool isAtOtherLevel = before->listeningLevel != wanted.listeningLevel;
    change.isOtherLevel = isAtOtherLevel || before->deviceLevel != wanted.deviceLevel;
    change.isOtherMatch = change.isOtherMaster || before->match != wanted.match
                          || (isAtOtherLevel && wanted.match == Match::loudness);
    return change;
}

} // namespace

units::Decibels naturalLevel (const Pick& pick)
{
    constexpr double mostDb = 3.0;

    if (pick.device == nullptr || pick.part == Part::lost)
        return units::Decibels { 0.0 };

    const double usual = library::usualListeningLevel (pick.device).dbSpl;
    return units::Decibels { std::min (mostDb,
                                       usual - library::usualListeningLevel (nullptr).dbSpl) };
}

units::SoundPressureLevel listeningLevelOf (const Pick& pick, const BankSetting& setting)
{
    return setting.listeningLevel.value_or (library::usualListeningLevel (pick.device));
}

bool hearsTheSame (const BankSetting& a, const BankSetting& b)
{
    return isSameListener (a.listener, b.listener) && a.layout == b.layout;
}

DeviceBank::DeviceBank (const library::Catalogue& from)
    : catalogue (from),
      headroomDb (usualHeadroomDb),
      loader ([this] { work(); })
{}

DeviceBank::~DeviceBank()
{
    {
        const std::lock_guard lock { mutex };
        isEnding = true;
    }

    changed.notify_all();
    loader.join();
}

//==================================================================================================
// Control thread

void DeviceBank::set (BankSetting wanted)
{
    {
        const std::lock_guard lock { mutex };
        const auto change = changeOf (setting.get(), wanted);
        needsNoise = wanted.noise != nullptr
                     && (needsNoise || change.isNew || setting->noise != wanted.noise);
        needsProgramme = needsProgramme || change.isOtherMaster;
        setting = std::make_shared<const BankSetting> (std::move (wanted));

        for (auto& entry : entries)
        {
            if (change.isNew || (change.isOtherMatch && entry.pick.part == Part::lost))
                entry = { entry.pick };

            if (change.isOtherMatch)
                entry.measure.reset();

            if (change.isOtherMatch || change.isOtherLevel)
                entry.planState = PlanState::outdated;
        }

        listEntries();
        setHeadroom();
    }

    changed.notify_all();
}

void DeviceBank::prefer (const Pick& pick)
{
    {
        const std::lock_guard lock { mutex };
        preferred = pick;
        listEntries();
    }

    changed.notify_all();
}

/** Those that are wanted, in their order; what was prepared for them already stays. */
void DeviceBank::listEntries()
{
    std::vector<Pick> wanted { preferred, Pick::untouched(), Pick::neutral() };

    if (preferred.part == Part::lost)
        wanted.push_back (Pick::of (*preferred.device));

    if (setting != nullptr)
        for (const auto* device : setting->devices)
            wanted.push_back (Pick::of (*device));

    std::vector<Entry> listed;

    for (const auto& pick : wanted)
    {
        const auto isIt = [&] (const Entry& entry) { return entry.pick == pick; };

        if (std::ranges::any_of (listed, isIt))
            continue;

        auto* const known = entryOf (pick);
        listed.push_back (known != nullptr ? *known : Entry { pick });
    }

    entries = std::move (listed);
}

std::optional<PreparedPick> DeviceBank::find (const Pick& pick) const
{
    const std::lock_guard lock { mutex };
    const auto* const entry = entryOf (pick);
    return entry == nullptr ? std::nullopt : entry->prepared;
}

std::optional<units::Problem> DeviceBank::problemOf (const Pick& pick) const
{
    const std::lock_guard lock { mutex };
    const auto* const entry = entryOf (pick);
    return entry == nullptr ? std::nullopt : entry->problem;
}

bool DeviceBank::isIdle() const
{
    const std::lock_guard lock { mutex };
    return ! isWorking && isPrepared()
           && std::ranges::none_of (entries,
                                    [this] (const Entry& entry) { return isToBeRefined (entry); });
}

/** But for refinements. */
bool DeviceBank::isPrepared() const
{
    const auto isDone = [] (const Entry& entry) {
        return entry.problem || (entry.planState == PlanState::current && entry.measure);
    };
    return ! needsNoise && ! needsProgramme && std::ranges::all_of (entries, isDone);
}

/** Untouched is what all others are matched to. */
bool DeviceBank::isToBeRefined (const Entry& entry) const
{
    return entry.pick.part == Part::whole && entry.pick.subject != library::Subject::untouched
           && ! entry.problem && entry.measure && ! entry.measure->refinement
           && setting->match == Match::loudness && programme != nullptr && programme->path;
}

units::Decibels DeviceBank::headroom() const
{
    const std::lock_guard lock { mutex };
    return units::Decibels { headroomDb };
}

std::unique_ptr<NoiseLoop> DeviceBank::takeNoiseLoop()
{
    const std::lock_guard lock { mutex };
    return std::move (noiseLoop);
}

DeviceBank::Entry* DeviceBank::entryOf (const Pick& pick)
{
    const auto found = std::ranges::find_if (
        entries, [&] (const Entry& entry) { return entry.pick == pick; });
    return found == entries.end() ? nullptr : &*found;
}

const DeviceBank::Entry* DeviceBank::entryOf (const Pick& pick) const
{
    return const_cast<DeviceBank*> (this)->entryOf (pick); // NOLINT: it is not changed
}

/** What is lost can be told when Neutral and the device are known, and how loud they are. */
bool DeviceBank::isWaitingForOthers (const Entry& entry) const
{
    if (entry.pick.part == Part::whole)
        return false;

    const auto isKnown = [] (const Entry* other) {
        return other != nullptr && (other->problem || other->measure);
    };
    return ! isKnown (entryOf (Pick::neutral()))
           || ! isKnown (entryOf (Pick::of (*entry.pick.device)));
}

/** What is added to its match. */
units::Decibels DeviceBank::levelBeside (const Pick& pick) const
{
    const bool isNatural = setting != nullptr && setting->deviceLevel == DeviceLevel::natural;
    return isNatural ? naturalLevel (pick) : units::Decibels { 0.0 };
}

/** It never falls while a bank is the same, and every plan has it. */
void DeviceBank::setHeadroom()
{
    double needed = usualHeadroomDb;

    for (const auto& entry : entries)
        if (entry.measure)
            needed = std::min (needed,
                               truePeakCeiling.value() - entry.measure->truePeakDb
                                   - levelBeside (entry.pick).value());

    needed = std::max (needed, mostHeadroomDb);

    if (needed == headroomDb)
        return;

    headroomDb = needed;

    for (auto& entry : entries)
        entry.planState = PlanState::outdated;
}

} // namespace monitoring
