// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/Transport.h"

#include <algorithm>

namespace monitoring
{

namespace
{

constexpr units::Seconds snippet { 0.12 };

} // namespace

Transport::Transport (SignalControls& wanted)
    : controls (wanted),
      order (std::make_shared<const PlayOrder>())
{}

void Transport::use (SignalPath* wanted)
{
    const auto spot = position();
    path = wanted;
    cue (spot, Entry::jump);
}

void Transport::open (PlayOrder files)
{
    order = std::make_shared<const PlayOrder> (std::move (files));
    region.reset();
    stop();
    cue ({}, Entry::jump);
}

void Transport::rearrange (PlayOrder files, const Places& places)
{
    const auto placeOf = [&] (std::size_t track) {
        return track < places.size() ? places[track] : std::nullopt;
    };
    const auto spot = position();
    order = std::make_shared<const PlayOrder> (std::move (files));

    if (const auto place = region ? placeOf (region->track) : std::nullopt)
        region->track = *place;
    else
        region.reset();

    if (const auto place = placeOf (spot.track))
        cue ({ *place, spot.seconds }, Entry::inPlace, spot.track);
    else
        cue ({ spot.track < order->size() ? spot.track : 0, 0.0 }, Entry::jump);
}

void Transport::play()
{
    motion = Motion::play;
    controls.motion = motion;
}

void Transport::stop()
{
    motion = Motion::hold;
    controls.motion = motion;
}

void Transport::seek (const PlayPosition& wanted)
{
    isScrubbing = false;
    controls.motion = motion;
    cue (wanted, Entry::jump);
}

void Transport::scrub (const PlayPosition& wanted)
{
    if (path == nullptr)
        return;

    isScrubbing = true;
    cuedFrom = wanted;
    newestCue = path->master.cue ({ order, wanted, std::nullopt, Entry::jump, snippet });
    controls.motion = Motion::play;
}

void Transport::loop (std::optional<LoopRegion> wanted)
{
    const auto spot = position();
    region = wanted;

    if (region && (spot.track != region->track || spot.seconds >= region->endSeconds))
        seek ({ region->track, region->startSeconds });
    else
        cue (spot, Entry::inPlace);
}

/** As long as what was cued last is not heard, it is where that begins. */
PlayPosition Transport::position() const
{
    if (path == nullptr)
        return cuedFrom;

    const auto& now = path->readings.latest();

    if (now.masterCue != newestCue)
        return cuedFrom;

    // The silence before a track is below 0 s.
    return { now.master.track, std::max (0.0, now.master.seconds) };
}

void Transport::cue (const PlayPosition& from, Entry entry, std::optional<std::size_t> trackBefore)
{
    cuedFrom = from;

    if (path != nullptr)
        newestCue = path->master.cue ({ order, from, region, entry, {}, 1.0f, trackBefore });
}

void Transport::tend()
{
    if (path == nullptr)
        return;

    const auto& now = path->readings.latest();

    if (! now.hasEnded || now.masterCue != newestCue)
        return;

    if (isScrubbing)
        controls.motion = Motion::hold;
    else if (isPlaying())
    {
        stop();
        cue ({}, Entry::jump);
    }
}

} // namespace monitoring
