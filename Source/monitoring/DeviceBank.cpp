// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/DeviceBank.h"

#include "library/ScenarioResponse.h"

#include <algorithm>

namespace monitoring
{

namespace
{

// A heuristic: what a room or a bass-heavy device usually adds to the peaks of a loud master.
constexpr double usualHeadroomDb = -8.0;
constexpr double mostHeadroomDb = -14.0;

// Neutral's usual level (docs/data-formats.md) serves where no device says its own.
constexpr units::SoundPressureLevel usualLevel { 73.0 };

bool isSameListener (const library::Listener& a, const library::Listener& b)
{
    return a.listening == b.listening && a.headphones == b.headphones
           && a.takesHeadphonesOut == b.takesHeadphonesOut && a.head == b.head
           && a.usesUsualEnvironment == b.usesUsualEnvironment && a.environment == b.environment;
}

/** Then responses that were made for one serve the other. */
bool hearsTheSame (const BankSetting& a, const BankSetting& b)
{
    return isSameListener (a.listener, b.listener) && a.layout == b.layout;
}

/** A kernel longer than the chain can play loses its end, which is the least of it. */
dsp::TransferMatrix shortened (const dsp::TransferMatrix& matrix, std::size_t maximumTaps)
{
    if (matrix.numTaps() <= maximumTaps)
        return matrix;

    dsp::TransferMatrix shorter {
        matrix.numOutputs(), matrix.numInputs(), maximumTaps, matrix.rate()
    };

    for (std::size_t o = 0; o < matrix.numOutputs(); ++o)
        for (std::size_t i = 0; i < matrix.numInputs(); ++i)
            std::ranges::copy (matrix.path (o, i).first (maximumTaps), shorter.path (o, i).begin());

    return shorter;
}

} // namespace

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
        const bool isNew = setting == nullptr || ! hearsTheSame (*setting, wanted);
        const bool isOther = isNew || setting->master != wanted.master
                             || setting->masterVersion != wanted.masterVersion;
        const bool isLouder = isOther || setting->match != wanted.match;
        const bool isPlayedLouder = isLouder || setting->listeningLevel != wanted.listeningLevel;
        needsNoise = wanted.noise != nullptr
                     && (needsNoise || isNew || setting->noise != wanted.noise);
        needsProgramme = needsProgramme || isOther;
        setting = std::make_shared<const BankSetting> (std::move (wanted));

        for (auto& entry : entries)
        {
            if (isNew)
                entry = { entry.pick };

            if (isLouder)
                entry.measure.reset();

            entry.isPlanCurrent = entry.isPlanCurrent && ! isPlayedLouder;
        }

        listEntries();
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
    const auto isDone = [] (const Entry& entry) {
        return entry.problem || (entry.isPlanCurrent && entry.measure);
    };
    return ! isWorking && ! needsNoise && ! needsProgramme && std::ranges::all_of (entries, isDone);
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

//==================================================================================================
// Loader thread

void DeviceBank::work()
{
    Lock lock { mutex };

    while (! isEnding)
    {
        isWorking = true;
        const bool didSomething = setting != nullptr && doNext (lock);
        isWorking = false;

        if (! didSomething && ! isEnding)
            changed.wait (lock);
    }
}

/** The first thing that is missing: what is preferred sounds before anything else is made. */
bool DeviceBank::doNext (Lock& lock)
{
    return takeProgramme (lock) || plan (lock) || measure (lock) || makeSound (lock)
           || makeNoise (lock);
}

bool DeviceBank::takeProgramme (Lock& lock)
{
    if (! needsProgramme)
        return false;

    const auto now = setting;
    needsProgramme = false;
    lock.unlock();
    std::shared_ptr<const ProgrammeExcerpts> taken;

    // A master that cannot be read is the player's to report; here it only leaves nothing to match.
    if (! now->master.empty())
        if (auto excerpts = takeExcerpts (now->master, now->layout.rate))
            taken = std::make_shared<const ProgrammeExcerpts> (std::move (*excerpts));

    lock.lock();
    programme = std::move (taken);

    for (auto& entry : entries)
        entry.measure.reset();

    return true;
}

bool DeviceBank::makeSound (Lock& lock)
{
    for (const auto& entry : entries)
    {
        if (entry.sound != nullptr || entry.problem)
            continue;

        const auto now = setting;
        const auto pick = entry.pick;
        lock.unlock();
        auto sound = soundOf (pick, *now);
        lock.lock();

        if (auto* const same = entryOf (pick); same != nullptr && hearsTheSame (*now, *setting))
        {
            if (sound)
                same->sound = std::make_shared<const Sound> (std::move (*sound));
            else
                same->problem = sound.problem();
        }

        return true;
    }

    return false;
}

units::Result<DeviceBank::Sound> DeviceBank::soundOf (const Pick& pick,
                                                      const BankSetting& now) const
{
    auto response = library::scenarioResponse (
        library::scenarioOf (pick.subject, pick.device, now.listener, catalogue),
        catalogue.targets(),
        now.layout.rate);

    if (! response)
        return response.problem();

    return Sound { shortened (response->matrix, now.layout.maximumTaps),
                   std::move (response->notes) };
}

bool DeviceBank::measure (Lock& lock)
{
    for (const auto& entry : entries)
    {
        if (entry.sound == nullptr || entry.measure)
            continue;

        const auto match = setting->match;
        const auto pick = entry.pick;
        const auto sound = entry.sound;
        const auto excerpts = programme;
        lock.unlock();
        const auto result = measured (*sound, excerpts.get(), match);
        lock.lock();

        if (auto* const same = entryOf (pick); same != nullptr && same->sound == sound
                                               && match == setting->match && excerpts == programme
                                               && ! needsProgramme)
        {
            same->measure = result;
            same->isPlanCurrent = false;
            setHeadroom();
        }

        return true;
    }

    return false;
}

DeviceBank::Measure
DeviceBank::measured (const Sound& sound, const ProgrammeExcerpts* excerpts, Match match)
{
    if (excerpts == nullptr || excerpts->rate != sound.matrix.rate())
        return {};

    const auto heard = heardThrough (sound.matrix, *excerpts);
    const auto gain = matchingGain (match, *excerpts, heard);
    const units::Decibels change { kWeightedLevelDb (heard) - kWeightedLevelDb (*excerpts) };
    return { gain, gain + change, truePeakDb (heard) + gain.value() };
}

/** It never falls while a bank is the same, and every plan has it. */
void DeviceBank::setHeadroom()
{
    double needed = usualHeadroomDb;

    for (const auto& entry : entries)
        if (entry.measure)
            needed = std::min (needed, truePeakCeiling.value() - entry.measure->truePeakDb);

    needed = std::max (needed, mostHeadroomDb);

    if (needed == headroomDb)
        return;

    headroomDb = needed;

    for (auto& entry : entries)
        entry.isPlanCurrent = false;
}

bool DeviceBank::plan (Lock& lock)
{
    for (const auto& entry : entries)
    {
        if (! entry.measure || entry.isPlanCurrent || entry.problem)
            continue;

        const auto now = setting;
        const auto copy = entry;
        const double headroom = headroomDb;
        const auto number = ++plansMade;
        lock.unlock();
        auto ready = prepared (copy, *now, headroom);
        lock.lock();
        auto* const same = entryOf (copy.pick);

        if (same == nullptr || same->sound != copy.sound)
            return true;

        if (! ready)
        {
            same->problem = ready.problem();
            return true;
        }

        ready->plan.number = number;
        same->prepared = std::move (*ready);
        same->isPlanCurrent = same->measure == copy.measure && headroom == headroomDb
                              && now->listeningLevel == setting->listeningLevel;
        return true;
    }

    return false;
}

units::Result<PreparedPick>
DeviceBank::prepared (const Entry& entry, const BankSetting& now, double headroom)
{
    const auto gain = entry.measure->match + units::Decibels { headroom };
    auto plan = ChainBuilder { now.layout }.build (entry.sound->matrix, gain);

    if (! plan)
        return plan.problem();

    const auto ownLevel =
        entry.pick.device == nullptr
            ? usualLevel
            : units::SoundPressureLevel { entry.pick.device->listeningLevelDbSpl };
    plan->noiseGain = static_cast<float> (
        noiseLoopGain (now.listeningLevel.value_or (ownLevel), units::Decibels { headroom })
            .toGain());
    return PreparedPick {
        std::move (*plan), entry.measure->match, entry.measure->loudnessChange, entry.sound->notes
    };
}

bool DeviceBank::makeNoise (Lock& lock)
{
    if (! needsNoise || setting->noise == nullptr || ! setting->noise->noise)
        return needsNoise = false;

    const auto now = setting;
    needsNoise = false;
    lock.unlock();
    const auto toOutput = library::diffuseFieldToOutput (
        library::scenarioOf (library::Subject::neutral, nullptr, now->listener, catalogue),
        catalogue.targets(),
        now->layout.rate);
    auto loop = toOutput ? makeNoiseLoop (*now->noise->noise, *toOutput) : nullptr;
    lock.lock();

    if (now->noise == setting->noise && hearsTheSame (*now, *setting))
        noiseLoop = std::move (loop);

    return true;
}

} // namespace monitoring
