// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/SignalPath.h"

#include <memory>
#include <optional>
#include <vector>

namespace monitoring
{

/** Where in a playlist it plays, and whether: what a player's buttons do. Control thread. */
class Transport
{
public:
    /** The controls outlive it. */
    explicit Transport (SignalControls& controls);

    /** Another sound card's path, which outlives its use, or none; goes on where it was. */
    void use (SignalPath* wanted);

    /** Other files, from the beginning; stops. */
    void open (PlayOrder files);

    /** Where each track of the playlist went, or that it was left out. */
    using Places = std::vector<std::optional<std::size_t>>;

    /** The same files in another order, or other versions of them: plays on where it was. Without the
        track that was played it goes on with the one that took its place. */
    void rearrange (PlayOrder files, const Places& places);

    void play();
    void stop(); ///< where it is
    bool isPlaying() const { return motion == Motion::play; }

    /** Plays on, or waits, from there. */
    void seek (const PlayPosition& position);

    /** A short snippet from there while it is dragged, also when stopped. */
    void scrub (const PlayPosition& position);

    /** A part to be repeated, or none. */
    void loop (std::optional<LoopRegion> wanted);
    const std::optional<LoopRegion>& loop() const { return region; }

    PlayPosition position() const;

    /** Several times a second: at the end of the playlist it stops, and is at the beginning again. */
    void tend();

private:
    void cue (const PlayPosition& from, Entry entry, std::optional<std::size_t> trackBefore = {});

    SignalControls& controls;
    SignalPath* path = nullptr;
    std::shared_ptr<const PlayOrder> order;
    std::optional<LoopRegion> region;
    std::uint64_t newestCue = 0;
    PlayPosition cuedFrom;
    Motion motion = Motion::hold;
    bool isScrubbing = false;
};

} // namespace monitoring
