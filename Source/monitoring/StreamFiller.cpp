// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/StreamFiller.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace monitoring
{

namespace
{

constexpr std::size_t chunkFrames = 2048;
constexpr units::Seconds snippetFade { 0.02 };

} // namespace

StreamFiller::StreamFiller (const Cue& cue, units::SampleRate cardRate)
    : cursor (cue.order, cue.from, cue.loop),
      rate (cardRate),
      fadeFrames (cardRate.framesIn (snippetFade)),
      gain (cue.gain),
      chunk (2, chunkFrames)
{
    if (cue.length)
        framesLeft = rate.framesIn (*cue.length);
}

bool StreamFiller::fill (PlayStream& stream)
{
    const auto mostFrames = static_cast<std::size_t> (rate.hertz / 10);

    for (std::size_t written = 0; written < mostFrames;)
    {
        const auto rest = waiting.numFrames() - firstWaiting;

        if (rest > 0)
        {
            const auto count = stream.frames().write (
                std::as_const (waiting).block().slice (firstWaiting, rest));
            firstWaiting += count;
            written += count;

            if (count < rest)
                return true;
        }
        else if (isAtEnd)
        {
            stream.finish();
            return false;
        }
        else if (! readOn (stream))
        {
            return true;
        }
    }

    return true;
}

/** @returns false when the stream has no room for another mark. */
bool StreamFiller::readOn (PlayStream& stream)
{
    if (! stream.hasRoomForMarks (2))
        return false;

    const auto piece = cursor.read (chunk.block());
    const auto block = chunk.block().slice (0, piece.numFrames);

    if (piece.numFrames == 0 || (piece.isOfAnotherFile && piece.rate != rateNow))
    {
        if (resampler != nullptr)
            keep (dsp::AudioBuffer { resampler->flush() }.block());

        startOn (piece.rate);
        isAtEnd = piece.numFrames == 0;
    }

    if (! piece.continues)
    {
        const auto start = madeBeforeRate
                           + static_cast<std::uint64_t> (
                               std::llround (static_cast<double> (framesIn) * rate.hertz
                                             / std::max (1, rateNow.hertz)));
        [[maybe_unused]] const bool marked = stream.mark (start, piece.position);
        PRECONDITION (marked);
    }

    framesIn += piece.numFrames;

    if (resampler != nullptr)
        keep (dsp::AudioBuffer { resampler->process (block) }.block());
    else
        keep (block);

    return true;
}

void StreamFiller::startOn (units::SampleRate fileRate)
{
    rateNow = fileRate;
    madeBeforeRate = framesMade;
    framesIn = 0;
    resampler.reset();

    if (rateNow != rate && rateNow.hertz > 0)
        resampler = std::make_unique<dsp::Resampler> (2, rateNow, rate);
}

/** Appends; the waiting frames are few, as a stream takes all it has room for. */
void StreamFiller::keep (dsp::AudioBlock more)
{
    if (gain != 1.0f)
        for (std::size_t c = 0; c < more.numChannels(); ++c)
            for (auto& sample : more.channel (c))
                sample *= gain;

    const auto count = framesLeft ? cutSnippet (more) : more.numFrames();
    const auto rest = waiting.numFrames() - firstWaiting;
    dsp::AudioBuffer joined (2, rest + count);
    dsp::copy (waiting.block().slice (firstWaiting, rest), joined.block().slice (0, rest));
    dsp::copy (more.slice (0, count), joined.block().slice (rest, count));
    waiting = std::move (joined);
    firstWaiting = 0;
    framesMade += count;
}

/** A snippet's last frames fade out, and nothing follows them. @returns frames to keep. */
std::size_t StreamFiller::cutSnippet (dsp::AudioBlock more)
{
    const auto count = std::min (*framesLeft, more.numFrames());

    for (std::size_t n = 0; n < count; ++n)
        if (const auto left = *framesLeft - n; left <= fadeFrames)
            for (std::size_t c = 0; c < 2; ++c)
                more.channel (c)[n] *= static_cast<float> (left - 1)
                                       / static_cast<float> (fadeFrames);

    *framesLeft -= count;
    isAtEnd = isAtEnd || *framesLeft == 0;
    return count;
}

} // namespace monitoring
