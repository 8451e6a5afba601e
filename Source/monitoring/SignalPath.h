// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/GainRamp.h"
#include "dsp/TruePeakLimiter.h"
#include "monitoring/Deck.h"
#include "monitoring/FrameRing.h"
#include "monitoring/MeterFeed.h"
#include "monitoring/MonitoringSession.h"
#include "monitoring/NoiseLoop.h"
#include "monitoring/ProgrammeDesk.h"

#include <atomic>

namespace monitoring
{

/** Which of two programmes is heard. */
enum class Programme
{
    master,
    reference
};

/** How a reference track runs. */
enum class ReferenceMotion
{
    inStep, ///< beside the master, at the same time of its own
    ownCue  ///< only while it is heard; the master waits meanwhile
};

/** In step, decks that differ by less are put right by each other; what differs by more is cued anew. */
inline constexpr units::Seconds mostPutInStep { 0.1 };

/** What the control thread wants, read by the audio thread at every block. Each field for itself. */
struct SignalControls
{
    std::atomic<Motion> motion { Motion::hold };
    std::atomic<StereoMode> mode { StereoMode::stereo };
    std::atomic<int> solo { -1 }; ///< a SoloBand, or none
    std::atomic<Programme> programme { Programme::master };
    std::atomic<ReferenceMotion> referenceMotion { ReferenceMotion::ownCue };
    std::atomic<float> noiseGain { 0.0f };  ///< 0: none; 1: at its natural distance
    std::atomic<float> heldBack { 1.0f };   ///< of programme and noise, besides ChainPlan::heldBack
    std::atomic<float> outputGain { 1.0f }; ///< volume and dim
    std::atomic<unsigned> safeStarts { 1 }; ///< so many were asked for: each fades in over a second
};

/** What the audio thread tells. */
struct SignalReadings
{
    PlayPosition master;
    PlayPosition reference;
    std::uint64_t masterCue = 0;        ///< Deck::cue()'s number of what the master deck plays
    std::uint64_t referenceCue = 0;     ///< and the other one
    std::uint64_t framesPlayed = 0;     ///< since the sound card was started
    std::uint64_t framesSinceSound = 0; ///< since something was played
    std::uint32_t heardPlan = 0;        ///< ChainPlan::number
    std::uint32_t timesStarved = 0;     ///< the disk was too slow
    float limiterGainDb = 0.0f;         ///< lowest of the last 50 ms or so, at most 0
    bool hasEnded = false;              ///< the playlist came to its end
    bool referenceHasEnded = false;
    bool isStarving = false;
};

/** Everything between the files and the sound card that runs on the audio thread:

        decks ▸ reference or master ▸ desk ▸ device ▸ + noise ▸ true-peak limiter ▸ volume

    What the listener hears is tapped before the volume.
*/
class SignalPath
{
public:
    /** @param layout  its Safety does not matter: there is a limiter here, after the noise
        @param wanted  outlives this */
    SignalPath (const ChainLayout& layout, const SignalControls& wanted);

    Deck master;
    Deck reference;
    MonitoringSession device;
    NoisePlayer noise;

    FrameRing masterTap; ///< to be read by the analysing thread
    FrameRing heardTap;
    MeterFeed<SignalReadings> readings;

    std::size_t latencyFrames() const noexcept REALTIME
    {
        return device.latencyFrames() + limiter.latencyFrames();
    }

    //==============================================================================
    // Audio thread

    /** Fills any number of frames; channels beyond the second are silent, and one channel hears both. */
    void process (dsp::AudioBlock out) noexcept REALTIME;

    /** Is what was cued there, so many frames of it? */
    bool isReady (std::size_t numFrames) noexcept REALTIME;

private:
    struct DeckMotions
    {
        Motion master;
        Motion reference;
    };

    void processPart (dsp::AudioBlock out) noexcept REALTIME;
    Motion motion() const noexcept REALTIME;
    void playDecks (dsp::AudioBlock out) noexcept REALTIME;
    void keepInStep (DeckMotions& motions) noexcept REALTIME;
    void applyOutputGain (dsp::AudioBlock block) noexcept REALTIME;
    void publish (std::size_t numFrames) noexcept REALTIME;

    static constexpr std::size_t longestPart = 512;

    const SignalControls& controls;
    dsp::AudioBuffer programmeBlock;
    dsp::AudioBuffer referenceBlock;
    dsp::GainRamp referenceShare; ///< 0: the master is heard, 1: the reference
    ProgrammeDesk desk;
    dsp::GainRamp heldBack;
    dsp::TruePeakLimiter limiter;
    dsp::GainRamp volume;
    dsp::GainRamp safeStart;
    unsigned safeStartsMade = 0;
    SignalReadings now;
    std::size_t framesUntilLimiterForgets = 0;
    units::SampleRate rate;
};

} // namespace monitoring
