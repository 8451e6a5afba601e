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
    track = player.currentFile();
    current = read (track);
    keptTrack = current;

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

    for (const auto& file : playlist)
        if (std::filesystem::exists (file, error))
            there.push_back (file);

    if (there.empty())
        return;

    player.open (there);

    if (there.size() == playlist.size())
        player.goTo (wanted);

    opened();
}

/** The music has gone on to another track. */
void Memory::follow()
{
    const auto now = player.currentFile();

    if (now == track)
        return;

    keepTrack();
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

    if (nowSeconds - keptAt < secondsBetweenKeepings)
        return;

    keptAt = nowSeconds;
    keepSettings();
    auto memory = asItIs();
    auto asKept = keptTrack;
    asKept.positionSeconds = memory.positionSeconds;

    // Standing still it is where it was left.
    if (memory != asKept || ! bench.live.isPlaying()
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
    if (track.empty() || track != player.currentFile())
        return;

    const auto memory = asItIs();

    if (memory == keptTrack)
        return;

    keptTrack = memory;
    say (keep (memoryFile (places.tracks, track), jsonOf (memory, track)));
}

void Memory::say (const units::Result<void>& kept)
{
    if (kept)
        bench.notices.withdraw ("keeping");
    else
        bench.notices.problem ("keeping", kept.problem());
}

void Memory::show (ui::MainViewState& state) const { state.notes = current.notes; }

} // namespace app
