// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown of the playlist and of where in it we are.
#include "app/model/Player.h"

namespace app
{

void Player::show (ui::MainViewState& state)
{
    const auto& tracks = bench.live.tracks();
    const auto current = currentTrack();
    const bool hasTrack = current < tracks.size();
    state.topBar.track = hasTrack ? titleOf (tracks[current].file) : "";

    auto& transport = state.transport;
    transport.hasTrack = hasTrack;
    transport.isPlaying = bench.live.isPlaying();
    transport.positionSeconds = position();
    transport.durationSeconds = duration();
    transport.isLooping = isLooping();

    state.waveform.durationSeconds = duration();
    state.waveform.isLooping = isLooping();
    state.waveform.loop = span && spanTrack == current ? span : std::nullopt;

    auto& rows = state.playlist.tracks;
    rows.resize (tracks.size());

    for (std::size_t track = 0; track < tracks.size(); ++track)
    {
        rows[track].title = titleOf (tracks[track].file);
        rows[track].durationSeconds = tracks[track].seconds;
        rows[track].problem = tracks[track].problem ? tracks[track].problem->sentence() : "";
    }

    state.playlist.current = hasTrack ? std::optional { current } : std::nullopt;
    state.recentFiles = bench.settings.recentFiles;
}

} // namespace app
