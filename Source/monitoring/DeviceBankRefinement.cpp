// SPDX-License-Identifier: GPL-3.0-or-later
// How DeviceBank refines the matches that it predicted, on its loader thread and behind all else.
#include "monitoring/DeviceBank.h"
#include "monitoring/DeviceLoudness.h"

#include <algorithm>

namespace monitoring
{

/** Only what is complete is refined, and only as long as nothing else is to be done: who selects a device
    that is not ready does not wait for the refinement of another. */
bool DeviceBank::refine (Lock& lock)
{
    const auto found = std::ranges::find_if (
        entries, [this] (const Entry& entry) { return isToBeRefined (entry); });

    if (found == entries.end() || ! isPrepared())
        return false;

    const auto now = setting;
    const auto taken = programme;
    const auto entry = *found;
    lock.unlock();
    const auto more = refinementOf (entry, *taken, *now);
    lock.lock();
    auto* const same = entryOf (entry.pick);

    if (! more || same == nullptr || same->sound != entry.sound || same->measure != entry.measure
        || needsProgramme || now->match != setting->match
        || now->listeningLevel != setting->listeningLevel)
        return true;

    same->measure->refinement = *more;

    if (same->planState == PlanState::current && *more != units::Decibels { 0.0 })
        same->planState = PlanState::coarse;

    return true;
}

/** @returns none when something else is to be done first */
std::optional<units::Decibels>
DeviceBank::refinementOf (const Entry& entry, const Programme& taken, const BankSetting& now)
{
    const Progress progress = [this] (double) {
        const std::lock_guard lock { mutex };
        return isEnding || ! isPrepared() ? Continue::no : Continue::yes;
    };
    const Hearing how { *taken.path, now.layout.rate, listeningLevelOf (entry.pick, now) };
    const LoudnessWithGain onDevice = [&] (units::Decibels gain, const Progress& ofTrial) {
        return deviceLoudness (now.master, &entry.sound->matrix, gain, how, ofTrial);
    };

    // What cannot be refined, as what is silent or breaks off, stays as it was predicted.
    const auto unchanged = [] (const units::Problem& problem) {
        return problem.kind == units::Problem::Kind::interrupted
                   ? std::nullopt
                   : std::optional { units::Decibels { 0.0 } };
    };
    const auto target = targetOf (now.master, how, progress);

    if (! target)
        return unchanged (target.problem());

    if (! *target)
        return units::Decibels { 0.0 };

    const auto gain = refinedGain (onDevice, **target, entry.measure->match, progress);

    if (! gain)
        return unchanged (gain.problem());

    return gain->value_or (entry.measure->match) - entry.measure->match;
}

/** Devices of one kind are heard at one level. */
units::Result<std::optional<LoudnessTarget>>
DeviceBank::targetOf (const std::filesystem::path& master,
                      const Hearing& how,
                      const Progress& progress)
{
    const double level = how.listeningLevel.dbSpl;

    if (const auto known = targets.find (level); known != targets.end())
        return known->second;

    const auto loudness = deviceLoudness (master, nullptr, units::Decibels { 0.0 }, how, progress);

    if (! loudness)
        return loudness.problem();

    return targets.emplace (level, loudnessTarget (*loudness)).first->second;
}

} // namespace monitoring
