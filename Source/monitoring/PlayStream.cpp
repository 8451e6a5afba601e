// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/PlayStream.h"

#include <cmath>

namespace monitoring
{

PlayStream::PlayStream (const Format& format, const Succession& succession)
    : place (succession),
      ring (2, format.capacityFrames),
      fadeFrames (format.fadeFrames),
      secondsPerFrame (format.secondsPerFrame),
      supply (format.fadeFrames, 1.0f)
{}

bool PlayStream::hasRoomForMarks (std::size_t count) const
{
    return marksMade.load (std::memory_order_relaxed) - marksPassed.load (std::memory_order_acquire)
               + count
           <= mostMarks;
}

bool PlayStream::mark (std::uint64_t frame, const PlayPosition& position)
{
    if (! hasRoomForMarks (1))
        return false;

    const auto made = marksMade.load (std::memory_order_relaxed);
    marks[made % mostMarks] = { frame, position };
    marksMade.store (made + 1, std::memory_order_release);
    return true;
}

void PlayStream::passMarks() noexcept REALTIME
{
    auto passed = marksPassed.load (std::memory_order_relaxed);

    for (; passed != marksMade.load (std::memory_order_acquire)
           && marks[passed % mostMarks].frame <= framesGiven;
         ++passed)
        current = marks[passed % mostMarks];

    marksPassed.store (passed, std::memory_order_release);
}

void PlayStream::read (dsp::AudioBlock block) noexcept REALTIME
{
    // In this order: what is complete cannot grow any more.
    const bool complete = isComplete.load (std::memory_order_acquire);
    const auto ready = ring.numReady();

    if (complete || ready >= std::min (ring.capacity() / 4, block.numFrames() + 8 * fadeFrames))
        starving = false;
    else if (ready < block.numFrames() + fadeFrames)
        starving = true;

    supply.moveTo (starving ? 0.0f : 1.0f);
    const auto untilSilent = static_cast<std::size_t> (
        std::ceil (supply.value() * static_cast<float> (fadeFrames)));
    const auto count = ring.read (
        block.slice (0, starving ? std::min (block.numFrames(), untilSilent) : block.numFrames()));
    supply.applyTo (block.slice (0, count));
    dsp::clear (block.slice (count, block.numFrames() - count));
    framesGiven += count;
    passMarks();
}

void PlayStream::moveOnTo (const PlayPosition& wanted) noexcept REALTIME
{
    passMarks();
    const auto here = position();
    const double ahead = std::round ((wanted.seconds - here.seconds) / secondsPerFrame);

    if (wanted.track == here.track && ahead > 0.0
        && ahead + static_cast<double> (fadeFrames) < static_cast<double> (ring.numReady()))
        framesGiven += ring.skip (static_cast<std::size_t> (ahead));

    passMarks();
}

void PlayStream::follow (const PlayPosition& before) noexcept REALTIME
{
    if (place.entry == Entry::inPlace && before.track == place.trackBefore)
        moveOnTo ({ place.trackNow, before.seconds });
}

PlayPosition PlayStream::position() const noexcept REALTIME
{
    return { current.position.track,
             current.position.seconds
                 + static_cast<double> (framesGiven - current.frame) * secondsPerFrame };
}

bool PlayStream::hasEnded() const noexcept REALTIME
{
    return isComplete.load (std::memory_order_acquire) && ring.numReady() == 0;
}

bool PlayStream::canGive (std::size_t count) const noexcept REALTIME
{
    return isComplete.load (std::memory_order_acquire)
           || ring.numReady() >= std::min (ring.capacity() / 2, count + 8 * fadeFrames);
}

} // namespace monitoring
