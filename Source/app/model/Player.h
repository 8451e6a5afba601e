// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/model/Workbench.h"

#include <filesystem>
#include <map>

namespace app
{

/** The playlist and where in it we are: opening, playing, seeking, looping. */
class Player
{
public:
    explicit Player (Workbench& bench);

    //==============================================================================
    // Files

    /** Files and folders; they replace the playlist. What cannot be read is said and left out. */
    void open (const std::vector<std::string>& paths);
    void append (const std::vector<std::string>& paths);
    void move (std::size_t from, std::size_t to);
    void remove (std::size_t track);

    /** Silence between it and the next. */
    void setGap (std::size_t afterTrack, double seconds);

    /** What is open of a kept playlist gets its silences back. */
    void restoreGaps (const std::vector<KeptTrack>& kept);

    bool isEmpty() const { return bench.live.tracks().empty(); }
    std::filesystem::path currentFile(); ///< empty: nothing is open
    std::size_t currentTrack();

    /** "Song" of /music/Song.wav. */
    static std::string titleOf (const std::filesystem::path& file);

    //==============================================================================
    // Time

    void togglePlay();
    void play (std::size_t track);
    void goTo (std::size_t track); ///< and plays on, or waits, there
    void seek (double seconds);
    void seekBy (double seconds);
    void scrub (double seconds);
    void previousTrack(); ///< to the start of this one, unless it has just begun
    void nextTrack();

    double position();
    double duration();

    //==============================================================================
    // The loop: kept while it is not used

    void setLoop (const std::optional<ui::TimeSpan>& span); ///< and uses it
    void toggleLoop();
    void loopFromHere();
    void loopToHere();

    /** As it was kept: a new loop is used at once, an old one perhaps not. */
    void restoreLoop (const std::optional<ui::TimeSpan>& kept, bool isUsed);
    const std::optional<ui::TimeSpan>& loop() const { return span; }
    bool isLooping() const { return bench.live.loop().has_value(); }

    void show (ui::MainViewState& state);

private:
    using Files = std::vector<std::filesystem::path>;

    Files filesOf (const std::vector<std::string>& paths);
    void noteFiles();
    void notePlaylist();
    void say (const std::vector<units::Problem>& problems);
    void useLoop();
    void showLoudness (ui::PlaylistView& view) const;

    Workbench& bench;
    std::optional<ui::TimeSpan> span; ///< of the current track
    std::size_t spanTrack = 0;
};

} // namespace app
