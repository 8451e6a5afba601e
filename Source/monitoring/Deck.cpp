// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/Deck.h"

#include <chrono>
#include <utility>

namespace monitoring
{

namespace
{

constexpr units::Seconds lookAhead { 2.0 };
constexpr units::Seconds fadeTime { 0.01 };

// A tenth of the look-ahead is nothing to lose, and wakes nobody up often.
constexpr std::chrono::milliseconds pauseWhenFull { 100 };
constexpr std::chrono::milliseconds pauseWhenRefused { 5 };

} // namespace

Deck::Deck (units::SampleRate cardRate, std::size_t longestBlock)
    : rate (cardRate),
      format { rate.framesIn (lookAhead), rate.framesIn (fadeTime), 1.0 / rate.hertz },
      fade (format.fadeFrames),
      level (format.fadeFrames, 0.0f),
      before (2, longestBlock),
      reader ([this] { readOn(); })
{}

Deck::~Deck()
{
    {
        const std::lock_guard lock { mutex };
        isEnding = true;
    }

    requestArrived.notify_all();
    reader.join();
    giveBack (playing);
    giveBack (outgoing);
    giveBack (next);
}

//==================================================================================================
// Control thread

std::uint64_t Deck::cue (Cue wanted)
{
    std::uint64_t number = 0;
    {
        const std::lock_guard lock { mutex };
        request = std::move (wanted);
        number = ++requestNumber;
        newestCue.store (number, std::memory_order_release);
    }

    requestArrived.notify_all();
    return number;
}

std::vector<TrackProblem> Deck::takeProblems()
{
    const std::lock_guard lock { mutex };
    return std::exchange (troubles, {});
}

//==================================================================================================
// Reader thread

void Deck::readOn()
{
    auto pause = pauseWhenFull;

    while (true)
    {
        {
            std::unique_lock lock { mutex };

            if (pause.count() > 0)
                requestArrived.wait_for (
                    lock, pause, [this] { return isEnding || request.has_value(); });

            if (isEnding)
                return;
        }

        takeRequest();
        const bool isFull = ! fillSome();
        sendWhenReady();
        pause = unsent != nullptr && isFull ? pauseWhenRefused
                : isFull                    ? pauseWhenFull
                                            : std::chrono::milliseconds { 0 };
    }
}

void Deck::takeRequest()
{
    std::optional<Cue> wanted;
    std::uint64_t number = 0;
    {
        const std::lock_guard lock { mutex };
        wanted = std::exchange (request, std::nullopt);
        number = requestNumber;
    }

    if (wanted)
        beginStream (*wanted, number);
}

void Deck::beginStream (const Cue& wanted, std::uint64_t number)
{
    filler = std::make_unique<StreamFiller> (wanted, rate);
    unsent = std::make_unique<PlayStream> (
        format,
        Succession { wanted.entry,
                     number,
                     wanted.trackBefore.value_or (wanted.from.track),
                     wanted.from.track });
    filling = unsent.get();
    problemsTold = 0;
}

/** @returns false when there is no room or nothing more to come. */
bool Deck::fillSome()
{
    if (filler == nullptr)
        return false;

    const auto roomBefore = filling->frames().numFree();
    const bool goesOn = filler->fill (*filling);
    const auto& all = filler->problems();
    {
        const std::lock_guard lock { mutex };
        troubles.insert (
            troubles.end(), all.begin() + static_cast<std::ptrdiff_t> (problemsTold), all.end());
    }
    problemsTold = all.size();

    if (! goesOn)
        filler.reset();

    return goesOn && filling->frames().numFree() < roomBefore && filling->frames().numFree() > 0;
}

/** A stream that is lent is filled on: only a newer one makes the audio thread give it back. */
void Deck::sendWhenReady()
{
    if (unsent != nullptr && (filler == nullptr || unsent->canGive (format.fadeFrames)))
        unsent = streams.send (std::move (unsent));
    else
        streams.collect();
}

//==================================================================================================
// Audio thread

void Deck::giveBack (PlayStream*& stream) noexcept REALTIME
{
    if (stream != nullptr)
        streams.giveBack (std::exchange (stream, nullptr));
}

void Deck::receive() noexcept REALTIME
{
    while (auto* const newer = streams.receive())
    {
        giveBack (next);
        next = newer;
    }
}

/** What plays is held to its last frame: nothing of what was cued since is spent on that. */
void Deck::adopt (Motion motion) noexcept REALTIME
{
    receive();

    if (level.value() == 0.0f)
        fade.stop();

    if (! fade.isRunning())
        giveBack (outgoing);

    const bool isFadingOut = motion == Motion::hold && level.value() > 0.0f;

    if (next == nullptr || outgoing != nullptr || isFadingOut)
        return;

    outgoing = std::exchange (playing, std::exchange (next, nullptr));

    if (outgoing != nullptr)
        playing->follow (outgoing->position());

    if (outgoing != nullptr && level.value() > 0.0f)
        fade.start();
    else
        giveBack (outgoing);
}

void Deck::process (dsp::AudioBlock out, Motion motion) noexcept REALTIME
{
    PRECONDITION (out.numFrames() <= before.numFrames() && out.numChannels() == 2);
    adopt (motion);
    level.moveTo (motion == Motion::play ? 1.0f : 0.0f);

    if (playing == nullptr || level.isSilent())
    {
        dsp::clear (out);
        return;
    }

    playing->read (out);

    if (fade.isRunning())
    {
        const auto old = before.block().slice (0, out.numFrames());
        outgoing->read (old);
        fade.mix (old, out);
    }

    level.applyTo (out);
}

void Deck::moveOnTo (const PlayPosition& wanted) noexcept REALTIME
{
    if (playing != nullptr)
        playing->moveOnTo (wanted);
}

PlayPosition Deck::position() const noexcept REALTIME
{
    return playing == nullptr ? PlayPosition {} : playing->position();
}

std::uint64_t Deck::playingCue() const noexcept REALTIME
{
    return playing == nullptr ? 0 : playing->place.cue;
}

bool Deck::hasEnded() const noexcept REALTIME
{
    return playing != nullptr && next == nullptr && playing->hasEnded()
           && playing->place.cue == newestCue.load (std::memory_order_acquire);
}

bool Deck::isStarving() const noexcept REALTIME
{
    return playing != nullptr && playing->isStarving();
}

bool Deck::isReady (std::size_t numFrames) noexcept REALTIME
{
    receive();
    const auto* const newest = next != nullptr ? next : playing;
    return newest != nullptr && newest->place.cue == newestCue.load (std::memory_order_acquire)
           && newest->canGive (numFrames);
}

} // namespace monitoring
