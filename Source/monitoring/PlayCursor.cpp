// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/PlayCursor.h"

#include "dsp/BlockOperations.h"

#include <algorithm>
#include <cmath>

namespace monitoring
{

namespace
{

constexpr units::Seconds seam { 0.005 };

std::int64_t frameAt (double seconds, const files::AudioFileReader& reader)
{
    const auto frame = std::llround (seconds * reader.rate().hertz);
    return std::clamp<std::int64_t> (frame, 0, reader.numFrames());
}

} // namespace

PlayCursor::PlayCursor (std::shared_ptr<const PlayOrder> files,
                        const PlayPosition& from,
                        std::optional<LoopRegion> toRepeat)
    : order (std::move (files)),
      region (toRepeat)
{
    openFrom (from.track, from.seconds);
}

/** This track, or the first after it that can be opened. */
void PlayCursor::openFrom (std::size_t firstTrack, double seconds)
{
    reader.reset();

    for (track = firstTrack; track < order->size(); ++track)
        if (open (track, track == firstTrack ? seconds : 0.0))
            return;
}

bool PlayCursor::open (std::size_t wanted, double seconds)
{
    loop.reset();
    auto opened = files::AudioFileReader::open ((*order)[wanted].file.place());

    if (! opened)
    {
        troubles.push_back ({ wanted, opened.problem() });
        return false;
    }

    reader.emplace (std::move (*opened));
    hasJumped = hasChangedFile = true;

    if (region && region->track == wanted)
        prepareLoop();

    frame = frameAt (seconds, *reader);

    if (auto found = reader->seek (frame); ! found)
    {
        troubles.push_back ({ wanted, found.problem() });
        reader.reset();
    }

    return reader.has_value();
}

void PlayCursor::prepareLoop()
{
    Loop wanted { frameAt (region->startSeconds, *reader),
                  frameAt (region->endSeconds, *reader),
                  {} };
    const auto fade = static_cast<std::int64_t> (reader->rate().framesIn (seam));

    if (wanted.end - wanted.start < 2 * fade)
        return;

    wanted.beforeStart = { 2, static_cast<std::size_t> (fade) };
    const auto first = std::max<std::int64_t> (0, wanted.start - fade);

    if (! reader->seek (first))
        return;

    const auto place = static_cast<std::size_t> (fade - (wanted.start - first));
    readFrames (wanted.beforeStart.block().slice (place, static_cast<std::size_t> (fade) - place));
    loop.emplace (std::move (wanted));
}

/** Up to the whole block, from where the reader is; fewer at the end or where the file is torn. */
std::size_t PlayCursor::readFrames (dsp::AudioBlock into)
{
    const auto read = reader->read (into.firstChannels (reader->numChannels()));

    if (! read)
    {
        troubles.push_back ({ track, read.problem() });
        return 0;
    }

    if (reader->numChannels() == 1)
        std::ranges::copy (into.channel (0), into.channel (1).begin());

    return *read;
}

void PlayCursor::passToNextTrack()
{
    const double gap = std::max (0.0, (*order)[track].gapSeconds);
    openFrom (track + 1, 0.0);

    if (reader)
        silentFrames = std::llround (gap * reader->rate().hertz);
}

PlayCursor::Piece PlayCursor::pieceAt (std::int64_t firstFrame, std::size_t numFrames)
{
    const PlayPosition position { track, static_cast<double> (firstFrame) / reader->rate().hertz };
    const Piece piece { numFrames, reader->rate(), position, ! hasJumped, hasChangedFile };
    hasJumped = hasChangedFile = false;
    return piece;
}

PlayCursor::Piece PlayCursor::readSilence (dsp::AudioBlock into)
{
    const auto count = std::min (into.numFrames(), static_cast<std::size_t> (silentFrames));
    dsp::clear (into.slice (0, count));
    const auto piece = pieceAt (-silentFrames, count);
    silentFrames -= static_cast<std::int64_t> (count);
    return piece;
}

PlayCursor::Piece PlayCursor::read (dsp::AudioBlock into)
{
    while (reader && into.numFrames() > 0)
    {
        if (silentFrames > 0)
            return readSilence (into);

        const bool isInLoop = loop && frame < loop->end;
        const auto room = static_cast<std::int64_t> (into.numFrames());
        const auto wanted = isInLoop ? std::min (room, loop->end - frame) : room;
        const auto block = into.slice (0, static_cast<std::size_t> (wanted));
        const auto count = readFrames (block);

        if (count == 0)
        {
            passToNextTrack();
            continue;
        }

        const auto piece = pieceAt (frame, count);

        if (isInLoop)
            fadeIntoStart (block.slice (0, count), frame);

        frame += static_cast<std::int64_t> (count);

        if (isInLoop && frame == loop->end)
            jumpToLoopStart();

        return piece;
    }

    return {};
}

/** The seam, where this block, which begins with frame `first`, reaches into it. */
void PlayCursor::fadeIntoStart (dsp::AudioBlock block, std::int64_t first) const
{
    const auto fade = static_cast<std::int64_t> (loop->beforeStart.numFrames());
    const auto seamStart = loop->end - fade;

    for (auto n = std::max (first, seamStart);
         n < first + static_cast<std::int64_t> (block.numFrames());
         ++n)
    {
        const auto place = static_cast<std::size_t> (n - seamStart);
        const float share = static_cast<float> (place + 1) / static_cast<float> (fade);

        for (std::size_t c = 0; c < 2; ++c)
        {
            float& sample = block.channel (c)[static_cast<std::size_t> (n - first)];
            sample += share * (loop->beforeStart.channel (c)[place] - sample);
        }
    }
}

void PlayCursor::jumpToLoopStart()
{
    frame = loop->start;
    hasJumped = true;

    if (auto found = reader->seek (frame); ! found)
    {
        troubles.push_back ({ track, found.problem() });
        reader.reset();
    }
}

} // namespace monitoring
