// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/GainRamp.h"
#include "monitoring/FrameRing.h"
#include "units/Realtime.h"

#include <array>
#include <atomic>
#include <cstdint>

namespace monitoring
{

/** A spot in a playlist. */
struct PlayPosition
{
    std::size_t track = 0;
    double seconds = 0.0; ///< from the track's beginning

    bool operator== (const PlayPosition&) const = default;
};

/** How a stream takes over from the one before it. */
enum class Entry
{
    jump,   ///< fades in where it begins
    inPlace ///< goes on at the very spot where the other one is, as far as it reaches there
};

/** Where a stream stands among others. */
struct Succession
{
    Entry entry = Entry::jump;
    std::uint64_t cue = 0;       ///< ascending: the newest is the one that is wanted
    std::size_t trackBefore = 0; ///< in place: the number that its track had in the playlist before
    std::size_t trackNow = 0;    ///< and has now
};

/** What one reading of a playlist gives, from one cue on: frames at the sound card's rate, two channels,
    and where in the playlist they are. Filled by the reader thread, played by the audio thread.

    When it runs empty before its end it fades out over the frames it kept back, is silent, and
    fades in again when a good supply is there.
*/
class PlayStream
{
public:
    struct Format
    {
        std::size_t capacityFrames;
        std::size_t fadeFrames;
        double secondsPerFrame;
    };

    PlayStream (const Format& format, const Succession& succession);

    const Succession place;

    //==============================================================================
    // Reader thread

    FrameRing& frames() { return ring; }

    /** From this frame of the stream on, it plays this spot and what follows it. Frame numbers ascend;
        refused when too many marks are waiting to be reached. */
    [[nodiscard]] bool mark (std::uint64_t frame, const PlayPosition& position);
    bool hasRoomForMarks (std::size_t count) const;

    /** Nothing will be added. */
    void finish() { isComplete.store (true, std::memory_order_release); }

    //==============================================================================
    // Audio thread

    /** Fills the block; silence after the end and while it is starving. */
    void read (dsp::AudioBlock block) noexcept REALTIME;

    /** Moves on to where this spot is, when it lies ahead and within what is there. */
    void moveOnTo (const PlayPosition& position) noexcept REALTIME;

    /** Takes over from a stream that is here, as its entry says. */
    void follow (const PlayPosition& position) noexcept REALTIME;

    PlayPosition position() const noexcept REALTIME;
    bool hasEnded() const noexcept REALTIME;
    bool isStarving() const noexcept REALTIME { return starving; }

    /** Can so many frames be had, or all that will ever come? */
    bool canGive (std::size_t count) const noexcept REALTIME;

private:
    struct Mark
    {
        std::uint64_t frame = 0;
        PlayPosition position;
    };

    static constexpr std::size_t mostMarks = 256;

    void passMarks() noexcept REALTIME;

    FrameRing ring;
    std::size_t fadeFrames;
    double secondsPerFrame;
    std::atomic<bool> isComplete { false };

    std::array<Mark, mostMarks> marks {};
    std::atomic<std::size_t> marksMade { 0 };
    std::atomic<std::size_t> marksPassed { 0 };

    std::uint64_t framesGiven = 0;
    Mark current { 0, {} };
    dsp::GainRamp supply;
    bool starving = false;
};

} // namespace monitoring
