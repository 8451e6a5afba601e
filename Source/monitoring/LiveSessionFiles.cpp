// SPDX-License-Identifier: GPL-3.0-or-later
// What LiveSession does with files: its playlist, what it finds out about them, and what changes on disk.
#include "monitoring/LiveSession.h"

#include <utility>

namespace monitoring
{

//==================================================================================================
// The playlist

std::vector<units::Problem> LiveSession::open (const std::vector<std::filesystem::path>& files)
{
    playlist.clear();
    auto problems = playlist.append (files);
    transport.open (playlist.order());
    ++masterVersion;
    attendTo (0);
    return problems;
}

std::vector<units::Problem> LiveSession::append (const std::vector<std::filesystem::path>& files)
{
    if (tracks().empty())
        return open (files);

    const auto places = playlist.unchanged();
    auto problems = playlist.append (files);
    rearrange (places);
    return problems;
}

void LiveSession::moveTrack (std::size_t from, std::size_t to)
{
    rearrange (playlist.move (from, to));
}

void LiveSession::removeTrack (std::size_t track) { rearrange (playlist.remove (track)); }

void LiveSession::gapAfter (std::size_t track, units::Seconds length)
{
    playlist.gapAfter (track, length);
    rearrange (playlist.unchanged());
}

void LiveSession::rearrange (const Transport::Places& places)
{
    transport.rearrange (playlist.order(), places);
    isSurveyOutdated = true;

    if (tracks().empty())
        transport.stop();

    attendTo (transport.position().track);
}

/** This is the one that plays, or will. */
void LiveSession::attendTo (std::size_t track)
{
    matchedTrack = track;
    isSurveyOutdated = true;
    setBank();

    if (track >= tracks().size())
    {
        bounces.watch ({});
        draw ({});
        compared.master (std::nullopt, matching);
        compared.keepBounce (std::nullopt);
        return;
    }

    const auto& attended = tracks()[track];
    bounces.watch (attended.version);
    draw (attended.version);
    compared.master (attended.version, matching);
    compared.keepBounce (attended.predecessor);
}

void LiveSession::draw (const FileVersion& version)
{
    if (version.file == drawn.file && version.identity == drawn.identity)
        return;

    drawn = version;
    waveform.show (version.place());
}

//==================================================================================================
// What is known of files

std::optional<hearing::ProgrammeLoudness> LiveSession::albumLoudness() const
{
    return measuring.album (playlist.versions());
}

/** The track that plays and what it is compared with come first. */
void LiveSession::tendSurvey()
{
    if (! isSurveyOutdated && surveyedRevision == compared.revision())
        return;

    isSurveyOutdated = false;
    surveyedRevision = compared.revision();
    std::vector<FileVersion> files;

    if (matchedTrack < tracks().size())
        files.push_back (tracks()[matchedTrack].version);

    for (auto more : { compared.versions(), playlist.versions() })
        files.insert (files.end(), more.begin(), more.end());

    measuring.want (std::move (files));
}

//==================================================================================================
// What changes on disk

std::vector<std::string> LiveSession::takeNotes() { return std::exchange (notes, {}); }

void LiveSession::tendBounces()
{
    using Kind = BounceWatch::News::Kind;

    while (const auto news = bounces.take())
        switch (news->kind)
        {
        case Kind::kept:
            playlist.keep (news->now);
            break;
        case Kind::notKept:
            notes.push_back (news->problem->sentence());
            break;
        case Kind::bounced:
            takeBounce (*news);
            break;

        // Two seconds of it are decoded; what follows is read from the copy.
        case Kind::changing:
            transport.rearrange (playlist.order(), playlist.unchanged());
            break;
        }
}

void LiveSession::takeBounce (const BounceWatch::News& news)
{
    const auto read = readTrack (news.now);

    if (! read)
    {
        notes.push_back (read.problem().sentence());
        return;
    }

    const bool isKept = news.before.copy != nullptr;
    playlist.renew (*read, isKept ? std::optional { news.before } : std::nullopt);
    transport.rearrange (playlist.order(), playlist.unchanged());
    ++masterVersion;
    attendTo (matchedTrack);

    if (transport.position().seconds >= read->seconds)
        transport.seek ({ matchedTrack, 0.0 });

    notes.push_back (news.now.file.filename().string() + " was written anew: this is bounce "
                     + std::to_string (tracks()[matchedTrack].bounce)
                     + (isKept ? ". The one before can be compared with it."
                               : ". The one before was not kept."));
}

} // namespace monitoring
