// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown of the playlist and of where in it we are.
#include "app/model/LevelValues.h"
#include "app/model/Player.h"

namespace app
{

void Player::show (ui::MainViewState& state)
{
    const auto& tracks = bench.live.tracks();
    const auto current = currentTrack();
    const bool hasTrack = current < tracks.size();
    state.topBar.track = hasTrack ? titleOf (tracks[current].file) : "";
    state.topBar.version = hasTrack && tracks[current].bounce > 1
                               ? "bounce " + std::to_string (tracks[current].bounce)
                               : "";

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
        rows[track].gapSeconds = tracks[track].gapSeconds;
        rows[track].problem = tracks[track].problem ? tracks[track].problem->sentence() : "";
    }

    if (state.panel == ui::Panel::playlist)
        showLoudness (state.playlist);

    state.playlist.current = hasTrack ? std::optional { current } : std::nullopt;
    state.recentFiles = bench.settings.recentFiles;
}

/** Measured on a thread of its own, one after another; an album of many takes a while to add up. */
void Player::showLoudness (ui::PlaylistView& view) const
{
    const auto& tracks = bench.live.tracks();

    for (std::size_t track = 0; track < tracks.size(); ++track)
    {
        const auto found = bench.live.survey().find (tracks[track].version);
        const auto measured = found ? found->loudness : hearing::ProgrammeLoudness {};
        view.tracks[track].integratedLufs = valueOf (measured.integrated);
        view.tracks[track].truePeakDb = valueOf (measured.truePeakDbtp);
    }

    const auto album = bench.live.albumLoudness();
    view.albumLufs = album ? valueOf (album->integrated) : std::nullopt;
}

} // namespace app
