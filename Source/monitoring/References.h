// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/LevelMatch.h"
#include "monitoring/LoudnessSurvey.h"
#include "monitoring/SignalPath.h"
#include "units/Result.h"

#include <array>
#include <optional>
#include <vector>

namespace monitoring
{

/** Something that the master is compared with: somebody else's master, or the bounce before. */
struct ReferenceTrack
{
    FileVersion version;
    double seconds = 0.0;
    double cueSeconds = 0.0; ///< where it begins when it runs by itself
    ReferenceMotion motion = ReferenceMotion::ownCue;
};

/** How much a reference is turned up or down. */
struct ReferenceLevel
{
    units::Decibels gain { 0.0 };
    units::Decibels missing { 0.0 }; ///< so much softer than the master it remains: its peaks
};

/** The gain with which a reference has the master's integrated loudness (BS.1770), as both are at
    Neutral; never so much that its true peak comes above full scale, or above the master's. Unmatched
    it stays as it is, but is at most 3 dB louder. */
ReferenceLevel referenceLevel (const hearing::ProgrammeLoudness& master,
                               const hearing::ProgrammeLoudness& reference,
                               Match match);

/** Sixteen slots and the bounce before, one of which the master is compared with: A/B. A reference is
    not heard before it is known how loud it is. Control thread.
*/
class References
{
public:
    static constexpr std::size_t numSlots = 16;

    /** Both outlive it. */
    References (SignalControls& controls, const LoudnessSurvey& survey);

    units::Result<void> put (std::size_t slot, const std::filesystem::path& file);
    void clear (std::size_t slot);
    const std::optional<ReferenceTrack>& at (std::size_t slot) const { return slots[slot]; }

    /** Where it begins by itself: at once, when it is the one that is chosen. */
    void cue (std::size_t slot, double seconds);
    void run (std::size_t slot, ReferenceMotion motion);

    /** The one that is compared with; none: the bounce before. */
    void choose (std::optional<std::size_t> slot);
    std::optional<std::size_t> chosen() const { return choice; }

    const std::optional<ReferenceTrack>& previousBounce() const { return previous; }

    /** A/B. What cannot be heard yet is heard as soon as it can be; what is not there, never. */
    void hear (Programme programme);

    /** What is heard, or shall be. */
    Programme wanted() const { return programme; }
    Programme heard() const { return controls.programme; }

    /** Nothing before it, and the master, were measured. */
    std::optional<ReferenceLevel> levelOf (const ReferenceTrack& track) const;

    /** Why it cannot be heard. */
    std::optional<units::Problem> problemOf (const ReferenceTrack& track) const;

    //==============================================================================
    // For the session

    void use (SignalPath* path);
    void keepBounce (std::optional<FileVersion> version);
    void master (std::optional<FileVersion> version, Match match);

    /** The master jumps there. */
    void follow (const PlayPosition& position, const std::optional<LoopRegion>& loop);

    /** What has to be measured, and another number when it is something else than before. */
    std::vector<FileVersion> versions() const;
    std::uint64_t revision() const { return timesChanged; }

    /** Several times a second. @param position  of the master */
    void tend (const PlayPosition& position, const std::optional<LoopRegion>& loop);

private:
    const std::optional<ReferenceTrack>& chosenTrack() const;
    bool isInStep() const;
    void cueChosen (double seconds, Entry entry);
    void keepCued (const SignalReadings& now, const ReferenceLevel& level);
    bool hasFallenOut (const SignalReadings& now);

    SignalControls& controls;
    const LoudnessSurvey& survey;
    SignalPath* path = nullptr;
    std::array<std::optional<ReferenceTrack>, numSlots> slots;
    std::optional<ReferenceTrack> previous;
    std::optional<std::size_t> choice;
    Programme programme = Programme::master;
    std::uint64_t timesChanged = 0;
    std::optional<FileVersion> masterVersion;
    Match matching = Match::loudness;
    PlayPosition masterAt;
    std::optional<LoopRegion> masterLoop;
    std::uint64_t newestCue = 0; ///< 0: what was chosen is not cued yet
    units::Decibels cuedGain { 0.0 };
    int timesOutOfStep = 0;
};

} // namespace monitoring
