// SPDX-License-Identifier: GPL-3.0-or-later
// What DeviceBank does on its loader thread.
#include "library/ScenarioResponse.h"
#include "monitoring/DeviceBank.h"
#include "monitoring/LostSound.h"

#include <algorithm>

namespace monitoring
{

namespace
{

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
           || makeNoise (lock) || refine (lock);
}

bool DeviceBank::takeProgramme (Lock& lock)
{
    if (! needsProgramme)
        return false;

    const auto now = setting;
    needsProgramme = false;
    lock.unlock();
    auto taken = programmeOf (*now);
    lock.lock();
    predictions.clear();
    targets.clear();
    programme = std::move (taken);

    for (auto& entry : entries)
        if (entry.pick.part == Part::lost)
            entry = { entry.pick };
        else
            entry.measure.reset();

    return true;
}

bool DeviceBank::makeSound (Lock& lock)
{
    const auto found = std::ranges::find_if (entries, [this] (const Entry& entry) {
        return entry.sound == nullptr && ! entry.problem && ! isWaitingForOthers (entry);
    });

    if (found == entries.end())
        return false;

    const auto pick = found->pick;

    if (pick.part == Part::lost)
        makeLost (lock, pick);
    else
        makeWhole (lock, pick);

    return true;
}

void DeviceBank::makeWhole (Lock& lock, const Pick& pick)
{
    const auto now = setting;
    lock.unlock();
    auto sound = soundOf (pick, *now);
    lock.lock();

    if (hearsTheSame (*now, *setting))
        keep (pick, std::move (sound));
}

void DeviceBank::makeLost (Lock& lock, const Pick& pick)
{
    const auto now = setting;
    const auto neutral = *entryOf (Pick::neutral());
    const auto device = *entryOf (Pick::of (*pick.device));
    lock.unlock();
    auto sound = lostOf (neutral, device, *now);
    lock.lock();

    if (now == setting && ! needsProgramme)
        keep (pick, std::move (sound));
}

void DeviceBank::keep (const Pick& pick, units::Result<Sound> sound)
{
    auto* const entry = entryOf (pick);

    if (entry != nullptr && sound)
        entry->sound = std::make_shared<const Sound> (std::move (*sound));
    else if (entry != nullptr)
        entry->problem = sound.problem();
}

/** Of the two as loud as one another: so it depends on the match too. */
units::Result<DeviceBank::Sound>
DeviceBank::lostOf (const Entry& neutral, const Entry& device, const BankSetting& now)
{
    for (const auto* entry : { &neutral, &device })
        if (entry->problem)
            return *entry->problem;

    const auto matched = [] (const Entry& entry) {
        auto matrix = entry.sound->matrix;
        const auto match = entry.measure->match + entry.measure->added();

        for (std::size_t o = 0; o < matrix.numOutputs(); ++o)
            for (std::size_t i = 0; i < matrix.numInputs(); ++i)
                for (double& tap : matrix.path (o, i))
                    tap *= match.toGain();

        return matrix;
    };

    return Sound {
        shortened (lostSound (matched (neutral), matched (device)), now.layout.maximumTaps), {}
    };
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

        const auto wantedMatch = setting->match;
        const auto wantedLevel = setting->listeningLevel;

        // What is lost stays as loud as it is beside Neutral: made louder, it would seem more.
        const auto match = entry.pick.part == Part::lost ? Match::off : wantedMatch;
        const auto pick = entry.pick;
        const auto level = listeningLevelOf (pick, *setting);
        const auto sound = entry.sound;
        const auto taken = programme;
        lock.unlock();
        const auto result = measured (*sound, taken.get(), match, level);
        lock.lock();

        if (auto* const same = entryOf (pick);
            same != nullptr && same->sound == sound && wantedMatch == setting->match
            && wantedLevel == setting->listeningLevel && taken == programme && ! needsProgramme)
        {
            same->measure = result;
            same->planState = PlanState::outdated;
            setHeadroom();
        }

        return true;
    }

    return false;
}

bool DeviceBank::plan (Lock& lock)
{
    for (const auto& entry : entries)
    {
        if (! entry.measure || entry.planState == PlanState::current || entry.problem)
            continue;

        const auto now = setting;
        const auto copy = entry;
        const double headroom = headroomDb;
        const auto number = ++plansMade;
        lock.unlock();
        auto ready = prepared (copy, *now, units::Decibels { headroom });
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
        ready->original = copy.planState == PlanState::coarse ? copy.prepared->original : number;
        same->prepared = std::move (*ready);

        if (same->measure == copy.measure && headroom == headroomDb
            && now->listeningLevel == setting->listeningLevel
            && now->deviceLevel == setting->deviceLevel)
            same->planState = PlanState::current;

        return true;
    }

    return false;
}

/** Programme and noise move together: what is added to the match is added to both. */
units::Result<PreparedPick>
DeviceBank::prepared (const Entry& entry, const BankSetting& now, units::Decibels headroom)
{
    const auto& measure = *entry.measure;
    const auto natural = now.deviceLevel == DeviceLevel::natural ? naturalLevel (entry.pick)
                                                                 : units::Decibels { 0.0 };
    const auto added = measure.added() + natural;
    auto plan = ChainBuilder { now.layout }.build (entry.sound->matrix,
                                                   measure.match + added + headroom);

    if (! plan)
        return plan.problem();

    const auto noiseGain = noiseLoopGain (listeningLevelOf (entry.pick, now), natural);
    plan->noiseGain = static_cast<float> ((noiseGain + headroom).toGain());
    PreparedPick ready;
    ready.plan = std::move (*plan);
    ready.match = measure.match + added;
    ready.loudnessChange = measure.loudnessChange + added;
    ready.modeRises = measure.modeRises;
    ready.noiseGain = noiseGain;
    ready.notes = entry.sound->notes;

    if (measure.programmeLevel)
        ready.programmeLevel = *measure.programmeLevel + added;

    return ready;
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
