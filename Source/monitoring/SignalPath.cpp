// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/SignalPath.h"

#include "dsp/BlockOperations.h"

#include <algorithm>
#include <cmath>

namespace monitoring
{

namespace
{

constexpr units::Seconds fadeTime { 0.01 };
constexpr units::Seconds volumeTime { 0.05 };
constexpr units::Seconds safeStartTime { 1.0 };
constexpr units::Seconds tapLength { 1.0 };
constexpr units::Seconds limiterHold { 0.05 };

ChainLayout withoutLimiter (ChainLayout layout)
{
    layout.safety = Safety::unlimited;
    return layout;
}

std::optional<SoloBand> soloOf (int number)
{
    return number < 0 ? std::nullopt : std::optional { static_cast<SoloBand> (number) };
}

} // namespace

SignalPath::SignalPath (const ChainLayout& layout, const SignalControls& wanted)
    : master (layout.rate, longestPart),
      reference (layout.rate, longestPart),
      device (withoutLimiter (layout)),
      noise (layout.rate, longestPart),
      masterTap (2, layout.rate.framesIn (tapLength)),
      heardTap (2, layout.rate.framesIn (tapLength)),
      controls (wanted),
      programmeBlock (2, longestPart),
      referenceBlock (2, longestPart),
      referenceShare (layout.rate.framesIn (fadeTime), 0.0f),
      desk (layout.rate, longestPart),
      heldBack (layout.rate.framesIn (fadeTime), 1.0f),
      limiter ({ 2, layout.rate, layout.ceiling }),
      volume (layout.rate.framesIn (volumeTime), 1.0f),
      safeStart (layout.rate.framesIn (safeStartTime), 0.0f),
      rate (layout.rate)
{}

void SignalPath::process (dsp::AudioBlock out) noexcept REALTIME
{
    for (std::size_t done = 0; done < out.numFrames();)
    {
        const auto count = std::min (out.numFrames() - done, longestPart);
        const auto part = programmeBlock.block().slice (0, count);
        processPart (part);

        for (std::size_t c = 0; c < out.numChannels(); ++c)
        {
            const auto channel = out.channel (c).subspan (done, count);

            if (c < 2)
                std::ranges::copy (part.channel (c), channel.begin());
            else
                std::ranges::fill (channel, 0.0f);
        }

        if (out.numChannels() == 1)
            for (std::size_t n = 0; n < count; ++n)
                out.channel (0)[done + n] = 0.5f * (part.channel (0)[n] + part.channel (1)[n]);

        done += count;
    }
}

void SignalPath::processPart (dsp::AudioBlock block) noexcept REALTIME
{
    playDecks (block);
    desk.process (block, { controls.mode, soloOf (controls.solo) });
    masterTap.write (block);
    device.process (block, block);

    const auto* const plan = device.heard();
    const bool isPlaying = motion() == Motion::play;
    noise.addTo (block,
                 plan == nullptr || ! isPlaying ? 0.0f : controls.noiseGain * plan->noiseGain);
    heldBack.moveTo (plan == nullptr ? 1.0f : controls.heldBack * plan->heldBack);
    heldBack.applyTo (block);
    limiter.process (block);
    heardTap.write (block);
    applyOutputGain (block);
    publish (block.numFrames());
}

/** Nothing plays before the first device is there. */
Motion SignalPath::motion() const noexcept REALTIME
{
    const auto* const plan = device.heard();
    return plan == nullptr || plan->number == 0 ? Motion::hold : controls.motion.load();
}

void SignalPath::playDecks (dsp::AudioBlock out) noexcept REALTIME
{
    const Motion wanted = motion();
    const bool wantsReference = controls.programme == Programme::reference;
    const bool inStep = controls.referenceMotion == ReferenceMotion::inStep;
    referenceShare.moveTo (wantsReference ? 1.0f : 0.0f);

    DeckMotions motions { wantsReference && ! inStep ? Motion::hold : wanted,
                          wantsReference || inStep ? wanted : Motion::hold };

    if (inStep)
        keepInStep (motions);

    const auto other = referenceBlock.block().slice (0, out.numFrames());
    master.process (out, motions.master);
    reference.process (other, motions.reference);

    if (referenceShare.isSilent())
        return;

    for (std::size_t n = 0; n < out.numFrames(); ++n)
    {
        const float share = referenceShare.next();

        for (std::size_t c = 0; c < 2; ++c)
            out.channel (c)[n] += share * (other.channel (c)[n] - out.channel (c)[n]);
    }
}

/** The deck that is not heard follows the one that is: where it lags it moves on, where it leads it waits.
    The master is only put right by what two decks differ that were cued together: a reference that is
    far off will itself be cued anew. */
void SignalPath::keepInStep (DeckMotions& motions) noexcept REALTIME
{
    const auto masterAt = master.position();
    const double referenceSeconds = reference.position().seconds;
    const double leadSeconds = referenceSeconds - masterAt.seconds;
    const double frame = 1.5 / rate.hertz;

    if (referenceShare.value() == 0.0f)
    {
        reference.moveOnTo ({ 0, masterAt.seconds });

        if (leadSeconds > frame)
            motions.reference = Motion::hold;
    }
    else if (referenceShare.value() == 1.0f && std::abs (leadSeconds) < mostPutInStep.value
             && ! reference.hasEnded())
    {
        master.moveOnTo ({ masterAt.track, referenceSeconds });

        if (leadSeconds < -frame)
            motions.master = Motion::hold;
    }
}

void SignalPath::applyOutputGain (dsp::AudioBlock block) noexcept REALTIME
{
    if (const unsigned wanted = controls.safeStarts; wanted != safeStartsMade)
    {
        safeStartsMade = wanted;
        safeStart.jumpTo (0.0f);
    }

    // The second does not pass before there is something to hear.
    safeStart.moveTo (motion() == Motion::play ? 1.0f : safeStart.value());
    volume.moveTo (controls.outputGain);

    for (std::size_t n = 0; n < block.numFrames(); ++n)
    {
        const float start = safeStart.next();
        const float gain = volume.next() * start * start;

        for (std::size_t c = 0; c < 2; ++c)
            block.channel (c)[n] *= gain;
    }
}

void SignalPath::publish (std::size_t numFrames) noexcept REALTIME
{
    const auto& heardDeck = controls.programme == Programme::reference ? reference : master;
    const bool isPlaying = motion() == Motion::play;
    const bool wasStarving = now.isStarving;
    now.master = master.position();
    now.reference = reference.position();
    now.masterCue = master.playingCue();
    now.referenceCue = reference.playingCue();
    now.referenceHasEnded = reference.hasEnded();
    now.hasEnded = master.hasEnded();
    now.isStarving = isPlaying && heardDeck.isStarving();
    now.timesStarved += now.isStarving && ! wasStarving ? 1 : 0;
    now.framesPlayed += numFrames;
    now.framesSinceSound = isPlaying && ! heardDeck.hasEnded() ? 0
                                                               : now.framesSinceSound + numFrames;
    now.heardPlan = device.heard() == nullptr ? 0 : device.heard()->number;

    const float limiterDb = 20.0f * std::log10 (limiter.lowestGain());
    framesUntilLimiterForgets -= std::min (framesUntilLimiterForgets, numFrames);

    if (limiterDb <= now.limiterGainDb || framesUntilLimiterForgets == 0)
    {
        now.limiterGainDb = limiterDb;
        framesUntilLimiterForgets = rate.framesIn (limiterHold);
    }

    readings.publish (now);
}

bool SignalPath::isReady (std::size_t numFrames) noexcept REALTIME
{
    const bool wantsReference = controls.programme == Programme::reference;
    const bool needsMaster = ! wantsReference
                             || controls.referenceMotion == ReferenceMotion::inStep;
    return (! wantsReference || reference.isReady (numFrames))
           && (! needsMaster || master.isReady (numFrames));
}

} // namespace monitoring
