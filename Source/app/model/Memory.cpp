// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/Memory.h"

#include "app/keep/SettingsFile.h"

#include <cmath>

namespace app
{

namespace
{

constexpr double secondsBetweenKeepings = 1.0;

/** The playhead alone is kept more rarely: it moves all the time. */
constexpr double secondsBetweenPositions = 10.0;

std::string clockOf (double seconds)
{
    const auto whole = static_cast<int> (seconds);
    const auto rest = std::to_string (whole % 60);
    return std::to_string (whole / 60) + ":" + (rest.size() < 2 ? "0" : "") + rest;
}

} // namespace

Memory::Memory (Workbench& shared, Player& of, Bank& on, KeptPlaces where)
    : bench (shared),
      player (of),
      bank (on),
      places (std::move (where)),
      keptSettings (bench.settings)
{}

TrackMemory Memory::read (const std::filesystem::path& file) const
{
    std::error_code error;
    const auto place = memoryFile (places.tracks, file);

    if (! std::filesystem::exists (place, error))
        return {};

    const auto json = files::readJson (place);
    return json ? trackMemoryOf (*json) : TrackMemory {};
}

void Memory::opened()
{
    leave();
    track = player.currentFile();
    current = read (track);
    keptTrack = current;
    lastSeen = current;

    if (track.empty())
        return;

    if (current == TrackMemory {})
        return;

    bank.select (current.heardOn);
    player.restoreLoop (current.loop, current.isLooping);
    player.seek (current.positionSeconds);
    bench.notices.note ("restored",
                        Player::titleOf (track) + ": as you left it, at "
                            + clockOf (current.positionSeconds) + ".");
}

void Memory::restore()
{
    const auto playlist = bench.settings.playlist;
    const auto wanted = bench.settings.track;
    std::vector<std::string> there;
    std::error_code error;

    for (const auto& kept : playlist)
        if (std::filesystem::exists (kept.path, error))
            there.push_back (kept.path);

    if (there.empty())
        return;

    player.open (there);
    player.restoreGaps (playlist);

    if (there.size() == playlist.size())
        player.goTo (wanted);

    opened();
}

/** Another track is the current one already: where this one was left is known from before, what was written
    about it from now. */
void Memory::leave()
{
    lastSeen.notes = current.notes;
    lastSeen.markers = current.markers;
    lastSeen.intended = current.intended;
    keep (lastSeen);
}

/** The music has gone on to another track. */
void Memory::follow()
{
    const auto now = player.currentFile();

    if (now == track)
        return;

    leave();
    track = now;
    current = read (track);
    keptTrack = current;
    player.restoreLoop (current.loop, false);
}

TrackMemory Memory::asItIs()
{
    auto memory = current;
    memory.heardOn = bank.selectedId();
    memory.loop = player.loop();
    memory.isLooping = player.isLooping();
    memory.positionSeconds = std::round (player.position() * 100.0) / 100.0;
    return memory;
}

void Memory::tick (double nowSeconds)
{
    follow();
    lastSeen = asItIs();

    if (nowSeconds - keptAt < secondsBetweenKeepings)
        return;

    keptAt = nowSeconds;
    keepSettings();
    auto asKept = keptTrack;
    asKept.positionSeconds = lastSeen.positionSeconds;

    // Standing still it is where it was left.
    if (lastSeen != asKept || ! bench.live.isPlaying()
        || nowSeconds - positionKeptAt >= secondsBetweenPositions)
    {
        positionKeptAt = nowSeconds;
        keepTrack();
    }
}

void Memory::keepAll()
{
    keepSettings();
    keepTrack();
}

void Memory::keepSettings()
{
    bench.settings.track = player.currentTrack();

    if (bench.settings == keptSettings)
        return;

    keptSettings = bench.settings;
    say (writeSettings (places.settings, keptSettings));
}

void Memory::keepTrack()
{
    if (track == player.currentFile())
        keep (asItIs());
}

void Memory::keep (const TrackMemory& memory)
{
    if (track.empty() || memory == keptTrack)
        return;

    keptTrack = memory;
    say (app::keep (memoryFile (places.tracks, track), jsonOf (memory, track)));
}

void Memory::say (const units::Result<void>& kept)
{
    if (kept)
        bench.notices.withdraw ("keeping");
    else
        bench.notices.problem ("keeping", kept.problem());
}

void Memory::show (ui::MainViewState& state) const
{
    state.notes = current.notes;
    state.waveform.markers = current.markers;
}

} // namespace app
