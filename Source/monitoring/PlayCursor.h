// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBuffer.h"
#include "files/AudioFile.h"
#include "monitoring/FileVersion.h"
#include "monitoring/PlayStream.h"
#include "units/Seconds.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace monitoring
{

struct PlayItem
{
    FileVersion file;
    double gapSeconds = 0.0; ///< of silence between this and the next
};

/** Files in the order in which they are played. Never changed once made, so that threads may share it. */
using PlayOrder = std::vector<PlayItem>;

/** A part of one track that is played over and over. */
struct LoopRegion
{
    std::size_t track = 0;
    double startSeconds = 0.0;
    double endSeconds = 0.0;

    bool operator== (const LoopRegion&) const = default;
};

/** A track that could not be played, or not to its end. */
struct TrackProblem
{
    std::size_t track = 0;
    units::Problem problem;
};

/** Reads a playlist on and on from a spot: through a loop region once it has come to its end, else to
    the track's end, and into the next track, without a gap or with the one that is wanted: that
    belongs to the next track, before its 0 s. A mono file is on both channels. Tracks that
    cannot be read are passed over, torn ones left where they break off. Not for the audio thread.

    A loop's period is exact, in frames of the file. Its last 5 ms fade into the 5 ms before its start,
    so that the seam is continuous whatever was cut.
*/
class PlayCursor
{
public:
    PlayCursor (std::shared_ptr<const PlayOrder> files,
                const PlayPosition& from,
                std::optional<LoopRegion> region);

    /** A stretch without a jump, or the end. */
    struct Piece
    {
        std::size_t numFrames = 0; ///< 0: the end of the playlist
        units::SampleRate rate {}; ///< of these frames
        PlayPosition position;     ///< of the first of them
        bool continues = true;     ///< it follows on the piece before it, in the same track
        bool isOfAnotherFile = false;
    };

    /** Fills two channels from the front, at most as many frames as the block has. */
    Piece read (dsp::AudioBlock into);

    const std::vector<TrackProblem>& problems() const { return troubles; }

private:
    struct Loop
    {
        std::int64_t start;
        std::int64_t end;
        dsp::AudioBuffer beforeStart; ///< what is heard as the end fades out
    };

    void openFrom (std::size_t firstTrack, double seconds);
    bool open (std::size_t track, double seconds);
    void prepareLoop();
    void passToNextTrack();
    std::size_t readFrames (dsp::AudioBlock into);
    Piece pieceAt (std::int64_t firstFrame, std::size_t numFrames);
    Piece readSilence (dsp::AudioBlock into);
    void fadeIntoStart (dsp::AudioBlock block, std::int64_t first) const;
    void jumpToLoopStart();

    std::shared_ptr<const PlayOrder> order;
    std::optional<LoopRegion> region;
    std::optional<files::AudioFileReader> reader;
    std::optional<Loop> loop;
    std::size_t track = 0;
    std::int64_t frame = 0;        ///< the next one
    std::int64_t silentFrames = 0; ///< that come before it
    bool hasJumped = true;
    bool hasChangedFile = true;
    std::vector<TrackProblem> troubles;
};

} // namespace monitoring
