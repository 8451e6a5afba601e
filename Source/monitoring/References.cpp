// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/References.h"

#include "monitoring/PlanSwitch.h"
#include "monitoring/Playlist.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace monitoring
{

namespace
{

units::Decibels roomAbove (const hearing::ProgrammeLoudness& master,
                           const hearing::ProgrammeLoudness& reference)
{
    const units::Decibels none { 0.0 };
    const auto highest = std::max (none, master.truePeakDbtp.value_or (none));
    return highest - reference.truePeakDbtp.value_or (none);
}

} // namespace

ReferenceLevel referenceLevel (const hearing::ProgrammeLoudness& master,
                               const hearing::ProgrammeLoudness& reference,
                               Match match)
{
    const units::Decibels none { 0.0 };

    if (! master.integrated || ! reference.integrated)
        return {};

    const units::Decibels equal { master.integrated->value - reference.integrated->value };

    if (match == Match::off)
        return { std::min (none, equal + PlanSwitch::mostRise), none };

    const auto gain = std::min (equal, std::max (none, roomAbove (master, reference)));
    return { gain, equal - gain };
}

References::References (SignalControls& wanted, const LoudnessSurvey& measured)
    : controls (wanted),
      survey (measured)
{}

units::Result<void> References::put (std::size_t slot, const std::filesystem::path& file)
{
    PRECONDITION (slot < numSlots);
    const auto read = readTrack (FileVersion::of (file));

    if (! read)
        return read.problem();

    slots[slot] = ReferenceTrack { read->version, read->seconds, 0.0, ReferenceMotion::ownCue };
    ++timesChanged;

    if (choice == slot)
        choose (slot);

    return {};
}

void References::clear (std::size_t slot)
{
    PRECONDITION (slot < numSlots);
    slots[slot].reset();
    ++timesChanged;

    if (choice == slot)
        choose (slot);
}

void References::cue (std::size_t slot, double seconds)
{
    PRECONDITION (slot < numSlots);

    if (! slots[slot])
        return;

    slots[slot]->cueSeconds = std::clamp (seconds, 0.0, slots[slot]->seconds);

    if (choice == slot && ! isInStep())
        choose (slot);
}

void References::run (std::size_t slot, ReferenceMotion motion)
{
    PRECONDITION (slot < numSlots);

    if (slots[slot])
        slots[slot]->motion = motion;

    if (choice == slot)
        choose (slot);
}

void References::choose (std::optional<std::size_t> slot)
{
    PRECONDITION (! slot || *slot < numSlots);
    choice = slot;
    newestCue = 0;
    timesOutOfStep = 0;

    if (! chosenTrack())
        programme = Programme::master;

    controls.referenceMotion = isInStep() ? ReferenceMotion::inStep : ReferenceMotion::ownCue;
    tend (masterAt, masterLoop);
}

void References::hear (Programme which)
{
    programme = chosenTrack() ? which : Programme::master;

    if (programme == Programme::master)
        controls.programme = programme;
    else
        tend (masterAt, masterLoop);
}

const std::optional<ReferenceTrack>& References::chosenTrack() const
{
    return choice ? slots[*choice] : previous;
}

bool References::isInStep() const
{
    return chosenTrack() && chosenTrack()->motion == ReferenceMotion::inStep;
}

std::optional<ReferenceLevel> References::levelOf (const ReferenceTrack& track) const
{
    const auto ofMaster = masterVersion ? survey.find (*masterVersion) : std::nullopt;
    const auto ofReference = survey.find (track.version);

    if (! ofMaster || ! ofReference || ofReference->problem)
        return std::nullopt;

    return referenceLevel (ofMaster->loudness, ofReference->loudness, matching);
}

std::optional<units::Problem> References::problemOf (const ReferenceTrack& track) const
{
    const auto found = survey.find (track.version);
    return found ? found->problem : std::nullopt;
}

//==================================================================================================
// For the session

void References::use (SignalPath* wanted)
{
    path = wanted;
    choose (choice);
}

void References::keepBounce (std::optional<FileVersion> version)
{
    if (previous ? version == previous->version : ! version)
        return;

    previous.reset();
    ++timesChanged;

    if (version)
        if (const auto read = readTrack (*version))
            previous = ReferenceTrack { *version, read->seconds, 0.0, ReferenceMotion::inStep };

    if (! choice)
        choose (std::nullopt);
}

void References::master (std::optional<FileVersion> version, Match match)
{
    masterVersion = std::move (version);
    matching = match;
}

void References::follow (const PlayPosition& position, const std::optional<LoopRegion>& loop)
{
    masterAt = position;
    masterLoop = loop;

    if (newestCue != 0 && isInStep())
        cueChosen (position.seconds, Entry::jump);
}

std::vector<FileVersion> References::versions() const
{
    std::vector<FileVersion> files;

    if (previous)
        files.push_back (previous->version);

    for (const auto& slot : slots)
        if (slot)
            files.push_back (slot->version);

    return files;
}

void References::cueChosen (double seconds, Entry entry)
{
    auto loop = isInStep() ? masterLoop : std::nullopt;

    if (loop)
        loop->track = 0;

    timesOutOfStep = 0;
    newestCue = path->reference.cue (
        { std::make_shared<const PlayOrder> (PlayOrder { { chosenTrack()->version, 0.0 } }),
          { 0, seconds },
          loop,
          entry,
          {},
          static_cast<float> (cuedGain.toGain()) });
}

/** Where one of the two has just jumped and the other not yet, they are only seen to be out of step. */
bool References::hasFallenOut (const SignalReadings& now)
{
    constexpr int timesToBeSure = 4;
    const bool isOff = masterAt.seconds < chosenTrack()->seconds
                       && std::abs (now.reference.seconds - masterAt.seconds)
                              >= mostPutInStep.value;
    timesOutOfStep = isOff ? timesOutOfStep + 1 : 0;
    return timesOutOfStep >= timesToBeSure;
}

/** In step or from its cue, and as loud as it should be. */
void References::keepCued (const SignalReadings& now, const ReferenceLevel& level)
{
    if (newestCue != 0 && now.referenceCue != newestCue)
        return;

    const double start = isInStep() ? masterAt.seconds : chosenTrack()->cueSeconds;
    const bool hasOtherGain = std::exchange (cuedGain, level.gain) != level.gain;

    const bool isLost = newestCue == 0 || (isInStep() ? hasFallenOut (now) : now.referenceHasEnded);

    if (isLost)
        cueChosen (start, Entry::jump);
    else if (hasOtherGain)
        cueChosen (now.reference.seconds, Entry::inPlace);
}

void References::tend (const PlayPosition& position, const std::optional<LoopRegion>& loop)
{
    masterAt = position;
    masterLoop = loop;
    const auto level = path != nullptr && chosenTrack() ? levelOf (*chosenTrack()) : std::nullopt;

    if (! level)
    {
        controls.programme = Programme::master;
        return;
    }

    const auto& now = path->readings.latest();
    keepCued (now, *level);

    // Before it is there the other one would be heard, or silence.
    if (programme == Programme::master || now.referenceCue == newestCue)
        controls.programme = programme;
}

} // namespace monitoring
