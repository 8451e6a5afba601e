// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/Transport.h"
#include "units/Problem.h"
#include "units/SampleRate.h"
#include "units/Seconds.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace monitoring
{

/** One file of the playlist, as its header describes it. */
struct Track
{
    std::filesystem::path file;
    double seconds = 0.0;
    units::SampleRate rate {};
    std::size_t numChannels = 0;
    std::optional<units::Problem> problem; ///< it was torn, or vanished, when it was played
    double gapSeconds = 0.0;               ///< of silence between it and the next
    std::uint32_t bounce = 1;              ///< how often the file was written since it was opened
    FileVersion version {};                ///< what of the file is played
    std::optional<FileVersion> predecessor {}; ///< the bounce before, where it was kept
};

/** What its header says of a file, or why it cannot be used. */
units::Result<Track> readTrack (const FileVersion& version);

/** The files that are played one after another. Control thread. */
class Playlist
{
public:
    const std::vector<Track>& tracks() const { return all; }
    PlayOrder order() const;
    std::vector<FileVersion> versions() const;

    void clear() { all.clear(); }

    /** @returns why files were left out. */
    std::vector<units::Problem> append (const std::vector<std::filesystem::path>& files);

    /** @returns where each track is now. */
    Transport::Places move (std::size_t from, std::size_t to);
    Transport::Places remove (std::size_t track);
    Transport::Places unchanged() const;

    void gapAfter (std::size_t track, units::Seconds length);
    void report (const TrackProblem& trouble);

    /** A new bounce, wherever this file stands in the list. */
    void renew (const Track& read, const std::optional<FileVersion>& predecessor);

    /** The same content as before, kept elsewhere. */
    void keep (const FileVersion& version);

private:
    std::vector<Track> all;
};

} // namespace monitoring
