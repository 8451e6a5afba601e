// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/Markers.h"

#include <algorithm>
#include <cmath>

namespace app
{

namespace
{

/** Two of them this near to one another are one. */
constexpr double nearestSeconds = 0.05;

/** So soon after a marker, "previous" means the one before it. */
constexpr double justPassedSeconds = 1.0;

} // namespace

Markers::Markers (Workbench& shared, Player& of, Memory& in)
    : bench (shared),
      player (of),
      memory (in)
{}

void Markers::addHere()
{
    if (player.isEmpty())
        return;

    auto& all = memory.markers();
    const double here = player.position();
    auto place = std::ranges::lower_bound (all, here - nearestSeconds, {}, &ui::Marker::seconds);

    if (place == all.end() || place->seconds > here + nearestSeconds)
        place = all.insert (place, { here });

    pointAt (static_cast<std::size_t> (place - all.begin()));
    const auto& keys = bench.settings.keys;
    bench.notices.note ("marker",
                        "Marked. The notes give it a name"
                            + (keys.keyOf (ui::Command::showNotes).empty()
                                   ? std::string {}
                                   : " (" + keys.keyOf (ui::Command::showNotes) + ")")
                            + "; on the waveform it can be dragged.");
}

void Markers::set (std::size_t marker, const ui::Marker& changed)
{
    auto& all = memory.markers();

    if (marker >= all.size())
        return;

    all.erase (all.begin() + static_cast<std::ptrdiff_t> (marker));
    const double seconds = std::clamp (changed.seconds, 0.0, player.duration());
    const auto place = all.insert (
        std::ranges::upper_bound (all, seconds, {}, &ui::Marker::seconds),
        { seconds, changed.label });
    pointAt (static_cast<std::size_t> (place - all.begin()));
}

void Markers::remove (std::size_t marker)
{
    auto& all = memory.markers();

    if (marker >= all.size())
        return;

    all.erase (all.begin() + static_cast<std::ptrdiff_t> (marker));
    pointedAt.reset();
}

void Markers::goToPrevious()
{
    const auto& all = memory.markers();
    const auto next = std::ranges::lower_bound (
        all, player.position() - justPassedSeconds, {}, &ui::Marker::seconds);

    if (next != all.begin())
        player.seek (std::prev (next)->seconds);
}

void Markers::goToNext()
{
    const auto& all = memory.markers();
    const auto next = std::ranges::upper_bound (
        all, player.position() + nearestSeconds, {}, &ui::Marker::seconds);

    if (next != all.end())
        player.seek (next->seconds);
}

void Markers::pointAt (std::size_t marker)
{
    pointedAt = marker;
    track = player.currentFile();
}

void Markers::show (ui::MainViewState& state) const
{
    const bool isThere = pointedAt && *pointedAt < state.waveform.markers.size()
                         && track == player.currentFile();
    state.markerToEdit = isThere ? pointedAt : std::nullopt;
}

} // namespace app
