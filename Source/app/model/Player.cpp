// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/Player.h"

#include "cli/AudioPaths.h"

#include <algorithm>

namespace app
{

namespace
{

constexpr std::size_t mostRecent = 12;

/** A loop where nobody said where: four bars or so. */
constexpr double usualLoopSeconds = 8.0;
constexpr double shortestLoopSeconds = 0.1;

/** Later than this, "previous" means the beginning of the same track. */
constexpr double justBegunSeconds = 2.0;

} // namespace

Player::Player (Workbench& shared) : bench (shared) {}

//==================================================================================================
// Files

std::string Player::titleOf (const std::filesystem::path& file) { return file.stem().string(); }

Player::Files Player::filesOf (const std::vector<std::string>& paths)
{
    Files files;

    for (const auto& path : paths)
    {
        auto found = cli::audioFilesOf (path);

        if (found)
            files.insert (files.end(), found->begin(), found->end());
        else
            bench.notices.problem ("", found.problem());
    }

    return files;
}

void Player::say (const std::vector<units::Problem>& problems)
{
    for (const auto& problem : problems)
        bench.notices.problem ("", problem);
}

/** Other files are open: for the list of recent ones, and for the next session. */
void Player::noteFiles()
{
    auto& recent = bench.settings.recentFiles;
    notePlaylist();

    for (const auto& track : bench.settings.playlist)
    {
        std::erase (recent, track.path);
        recent.insert (recent.begin(), track.path);
    }

    if (recent.size() > mostRecent)
        recent.resize (mostRecent);
}

void Player::notePlaylist()
{
    bench.settings.playlist.clear();

    for (const auto& track : bench.live.tracks())
        bench.settings.playlist.push_back ({ track.file.string(), track.gapSeconds });
}

void Player::open (const std::vector<std::string>& paths)
{
    const auto files = filesOf (paths);

    if (files.empty())
        return;

    span.reset();
    say (bench.live.open (files));
    noteFiles();
}

void Player::append (const std::vector<std::string>& paths)
{
    say (bench.live.append (filesOf (paths)));
    noteFiles();
}

void Player::move (std::size_t from, std::size_t to)
{
    const auto numTracks = bench.live.tracks().size();

    if (from >= numTracks || to >= numTracks)
        return;

    const bool isOfCurrent = spanTrack == currentTrack();
    bench.live.moveTrack (from, to);
    noteFiles();

    if (isOfCurrent)
        spanTrack = currentTrack();
}

void Player::remove (std::size_t track)
{
    if (track >= bench.live.tracks().size())
        return;

    const bool isOfCurrent = spanTrack == currentTrack();

    if (track == currentTrack())
        span.reset();

    bench.live.removeTrack (track);
    noteFiles();

    if (isOfCurrent)
        spanTrack = currentTrack();
}

void Player::setGap (std::size_t afterTrack, double seconds)
{
    bench.live.gapAfter (afterTrack, units::Seconds { seconds });
    notePlaylist();
}

void Player::restoreGaps (const std::vector<KeptTrack>& kept)
{
    auto place = kept.begin();

    // Some of them may not be there any more.
    for (std::size_t track = 0; track < bench.live.tracks().size(); ++track)
    {
        place = std::find_if (place, kept.end(), [&] (const KeptTrack& one) {
            return one.path == bench.live.tracks()[track].file;
        });

        if (place == kept.end())
            break;

        bench.live.gapAfter (track, units::Seconds { (place++)->gapSeconds });
    }

    notePlaylist();
}

std::size_t Player::currentTrack() { return bench.live.readings().signal.master.track; }

std::filesystem::path Player::currentFile()
{
    const auto track = currentTrack();
    return track < bench.live.tracks().size() ? bench.live.tracks()[track].file
                                              : std::filesystem::path {};
}

//==================================================================================================
// Time

double Player::position() { return bench.live.readings().signal.master.seconds; }

double Player::duration()
{
    const auto track = currentTrack();
    return track < bench.live.tracks().size() ? bench.live.tracks()[track].seconds : 0.0;
}

void Player::togglePlay()
{
    if (bench.live.isPlaying())
        bench.live.stop();
    else
        bench.live.play();
}

void Player::goTo (std::size_t track)
{
    if (track < bench.live.tracks().size())
        bench.live.seek ({ track, 0.0 });
}

void Player::play (std::size_t track)
{
    goTo (track);
    bench.live.play();
}

void Player::seek (double seconds)
{
    if (! isEmpty())
        bench.live.seek ({ currentTrack(), std::clamp (seconds, 0.0, duration()) });
}

void Player::seekBy (double seconds) { seek (position() + seconds); }

void Player::scrub (double seconds)
{
    if (! isEmpty())
        bench.live.scrub ({ currentTrack(), std::clamp (seconds, 0.0, duration()) });
}

void Player::previousTrack()
{
    const auto track = currentTrack();

    if (position() > justBegunSeconds || track == 0)
        seek (0.0);
    else
        goTo (track - 1);
}

void Player::nextTrack() { goTo (currentTrack() + 1); }

//==================================================================================================
// The loop

void Player::useLoop()
{
    if (span)
        bench.live.loop (
            monitoring::LoopRegion { spanTrack, span->beginSeconds, span->endSeconds });
}

void Player::setLoop (const std::optional<ui::TimeSpan>& wanted)
{
    span.reset();

    if (wanted && ! isEmpty())
    {
        const double begin = std::clamp (wanted->beginSeconds, 0.0, duration());
        const double end = std::clamp (wanted->endSeconds, 0.0, duration());

        if (end - begin >= shortestLoopSeconds)
            span = ui::TimeSpan { begin, end };
    }

    spanTrack = currentTrack();

    if (span)
        useLoop();
    else
        bench.live.loop (std::nullopt);
}

void Player::restoreLoop (const std::optional<ui::TimeSpan>& kept, bool isUsed)
{
    if (isUsed)
    {
        setLoop (kept);
        return;
    }

    span = kept;
    spanTrack = currentTrack();
}

void Player::toggleLoop()
{
    if (isLooping())
        bench.live.loop (std::nullopt);
    else if (span && spanTrack == currentTrack())
        useLoop();
    else
        setLoop (ui::TimeSpan { position(), position() + usualLoopSeconds });
}

void Player::loopFromHere()
{
    const double here = position();
    const bool endsLater = span && spanTrack == currentTrack() && span->endSeconds > here;
    setLoop (ui::TimeSpan { here, endsLater ? span->endSeconds : duration() });
}

void Player::loopToHere()
{
    const double here = position();
    const bool beginsBefore = span && spanTrack == currentTrack() && span->beginSeconds < here;
    setLoop (ui::TimeSpan { beginsBefore ? span->beginSeconds : 0.0, here });
}

} // namespace app
