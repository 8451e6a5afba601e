// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/Transport.h"

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
    return now.masterCue == newestCue ? now.master : cuedFrom;
}

void Transport::cue (const PlayPosition& from, Entry entry)
{
    cuedFrom = from;

    if (path != nullptr)
        newestCue = path->master.cue ({ order, from, region, entry });
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
