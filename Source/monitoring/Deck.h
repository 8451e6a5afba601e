// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/Crossfade.h"
#include "dsp/GainRamp.h"
#include "monitoring/Handoff.h"
#include "monitoring/PlayStream.h"
#include "monitoring/StreamFiller.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace monitoring
{

enum class Motion
{
    hold,
    play
};

/** Plays files from disk. A reader thread of its own decodes two seconds ahead, so that the audio thread
    never waits for a disk; whatever is cued starts with a crossfade, and playing and holding fade too.
*/
class Deck
{
public:
    /** @param longestBlock  frames asked for at once */
    Deck (units::SampleRate cardRate, std::size_t longestBlock);

    /** The audio thread must have stopped. */
    ~Deck();
    Deck (const Deck&) = delete;
    Deck& operator= (const Deck&) = delete;

    //==============================================================================
    // Control thread

    /** Heard as soon as its first frames are decoded. The newest request wins.
        @returns its number: ascending, never 0 */
    std::uint64_t cue (Cue wanted);

    /** Tracks that could not be played, or not to their end, since the last call. */
    std::vector<TrackProblem> takeProblems();

    //==============================================================================
    // Audio thread

    /** Fills two channels. */
    void process (dsp::AudioBlock out, Motion motion) noexcept REALTIME;

    /** Moves on to this spot where it lies a little ahead, to run beside another deck. */
    void moveOnTo (const PlayPosition& position) noexcept REALTIME;

    PlayPosition position() const noexcept REALTIME;
    /** The number of the cue that is played; 0: none yet. */
    std::uint64_t playingCue() const noexcept REALTIME;

    /** What was cued last came to its end. */
    bool hasEnded() const noexcept REALTIME;
    bool isStarving() const noexcept REALTIME;

    /** Is what was cued last there, with so many frames in supply? For those who can wait: offline work
        and tests. */
    bool isReady (std::size_t numFrames) noexcept REALTIME;

private:
    void readOn();
    void takeRequest();
    void beginStream (const Cue& wanted, std::uint64_t number);
    bool fillSome();
    void sendWhenReady();

    void receive() noexcept REALTIME;
    void adopt (Motion motion) noexcept REALTIME;
    void giveBack (PlayStream*& stream) noexcept REALTIME;

    units::SampleRate rate;
    PlayStream::Format format;
    Handoff<PlayStream, 4> streams; ///< lent by the reader thread

    // Audio thread
    PlayStream* playing = nullptr;
    PlayStream* outgoing = nullptr; ///< still heard while the crossfade runs
    PlayStream* next = nullptr;     ///< waits for the crossfade to end
    dsp::Crossfade fade;
    dsp::GainRamp level;
    dsp::AudioBuffer before; ///< the outgoing stream's block
    std::atomic<std::uint64_t> newestCue { 0 };

    // Reader thread
    std::unique_ptr<StreamFiller> filler; ///< none: nothing to do
    PlayStream* filling = nullptr;        ///< the newest one, lent or not
    std::unique_ptr<PlayStream> unsent;
    std::size_t problemsTold = 0;

    std::mutex mutex; ///< control and reader thread only
    std::condition_variable requestArrived;
    std::optional<Cue> request;
    std::uint64_t requestNumber = 0;
    std::vector<TrackProblem> troubles;
    bool isEnding = false;
    std::thread reader;
};

} // namespace monitoring
