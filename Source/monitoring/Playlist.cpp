// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/Playlist.h"

#include <algorithm>
#include <numeric>

namespace monitoring
{

namespace
{

constexpr units::Seconds longestGap { 60.0 };

/** @param oldPlaces  which track of before each one of now was */
Transport::Places inverse (const std::vector<std::size_t>& oldPlaces, std::size_t numBefore)
{
    Transport::Places places (numBefore);

    for (std::size_t now = 0; now < oldPlaces.size(); ++now)
        places[oldPlaces[now]] = now;

    return places;
}

std::vector<std::size_t> countedUp (std::size_t size)
{
    std::vector<std::size_t> numbers (size);
    std::iota (numbers.begin(), numbers.end(), std::size_t { 0 });
    return numbers;
}

} // namespace

units::Result<Track> readTrack (const FileVersion& version)
{
    const auto reader = files::AudioFileReader::open (version.place());

    if (! reader)
        return reader.problem();

    Track track;
    track.file = version.file;
    track.seconds = static_cast<double> (reader->numFrames()) / reader->rate().hertz;
    track.rate = reader->rate();
    track.numChannels = reader->numChannels();
    track.version = version;
    return track;
}

PlayOrder Playlist::order() const
{
    PlayOrder items;

    for (const auto& track : all)
        items.push_back ({ track.version, track.gapSeconds });

    return items;
}

std::vector<FileVersion> Playlist::versions() const
{
    std::vector<FileVersion> files;

    for (const auto& track : all)
        files.push_back (track.version);

    return files;
}

std::vector<units::Problem> Playlist::append (const std::vector<std::filesystem::path>& files)
{
    std::vector<units::Problem> problems;

    for (const auto& file : files)
        if (auto track = readTrack (FileVersion::of (file)))
            all.push_back (std::move (*track));
        else
            problems.push_back (track.problem());

    return problems;
}

Transport::Places Playlist::move (std::size_t from, std::size_t to)
{
    auto numbers = countedUp (all.size());

    if (from >= all.size() || to >= all.size())
        return unchanged();

    const auto at = [] (auto& list, std::size_t place) {
        return list.begin() + static_cast<std::ptrdiff_t> (place);
    };
    const auto moveIn = [&] (auto& list) {
        if (from < to)
            std::rotate (at (list, from), at (list, from + 1), at (list, to + 1));
        else
            std::rotate (at (list, to), at (list, from), at (list, from + 1));
    };
    moveIn (all);
    moveIn (numbers);
    return inverse (numbers, all.size());
}

Transport::Places Playlist::remove (std::size_t track)
{
    auto numbers = countedUp (all.size());

    if (track >= all.size())
        return unchanged();

    const auto numBefore = all.size();
    all.erase (all.begin() + static_cast<std::ptrdiff_t> (track));
    numbers.erase (numbers.begin() + static_cast<std::ptrdiff_t> (track));
    return inverse (numbers, numBefore);
}

Transport::Places Playlist::unchanged() const
{
    return inverse (countedUp (all.size()), all.size());
}

void Playlist::gapAfter (std::size_t track, units::Seconds length)
{
    if (track < all.size())
        all[track].gapSeconds = std::clamp (length.value, 0.0, longestGap.value);
}

void Playlist::report (const TrackProblem& trouble)
{
    if (trouble.track < all.size())
        all[trouble.track].problem = trouble.problem;
}

void Playlist::renew (const Track& read, const std::optional<FileVersion>& predecessor)
{
    for (auto& track : all)
        if (track.file == read.file)
        {
            const auto before = track;
            track = read;
            track.gapSeconds = before.gapSeconds;
            track.bounce = before.bounce + 1;
            track.predecessor = predecessor;
        }
}

void Playlist::keep (const FileVersion& version)
{
    for (auto& track : all)
        if (track.file == version.file && track.version.identity == version.identity)
            track.version = version;
}

} // namespace monitoring
