// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBuffer.h"
#include "dsp/Crossfade.h"
#include "dsp/GainRamp.h"
#include "dsp/TransferMatrix.h"
#include "library/ListeningEnvironment.h"
#include "monitoring/Handoff.h"
#include "units/Decibels.h"
#include "units/Seconds.h"
#include "units/SoundPressure.h"

#include <memory>

namespace monitoring
{

/** Half a minute of an environment's noise as it comes in at the ear, whose end runs into its beginning:
    made off the audio thread, so that nothing heavy happens there.

    Two channels; a channel whose RMS is full scale stands for referenceDbSpl at the ear.
*/
struct NoiseLoop
{
    static constexpr double referenceDbSpl = 94.0;

    dsp::AudioBuffer frames;
    units::Decibels level {
        0.0
    }; ///< K-weighted, of both channels: for whoever limits how loud it is
};

/** @param toOutput  2 × 2: from the diffuse field at the ear to the output, at the loop's rate */
std::unique_ptr<NoiseLoop> makeNoiseLoop (const library::BackgroundNoise& noise,
                                          const dsp::TransferMatrix& toOutput,
                                          units::Seconds length = { 30.0 });

/** The gain of a noise loop beside a programme that was matched, as NoiseBed has it: −14 LUFS are
    `listeningLevel` at the ear, and each of two equal channels carries 3 dB less than both.
    @param programmeGain  of what the programme has besides its match: headroom, say */
units::Decibels noiseLoopGain (units::SoundPressureLevel listeningLevel,
                               units::Decibels programmeGain);

/** Adds noise to what is heard. Loops come by Handoff, and crossfade; gains move in 10 ms, as long as a
    switch lasts, so that programme and noise move together.
*/
class NoisePlayer
{
public:
    NoisePlayer (units::SampleRate rate, std::size_t longestBlock);

    /** The audio thread must have stopped. */
    ~NoisePlayer();
    NoisePlayer (const NoisePlayer&) = delete;
    NoisePlayer& operator= (const NoisePlayer&) = delete;

    //==============================================================================
    // Control thread

    /** Lends a loop to be heard, or hands it straight back when too many are out: try again later. */
    [[nodiscard]] std::unique_ptr<NoiseLoop> send (std::unique_ptr<NoiseLoop> loop);
    void collect() { loops.collect(); }

    //==============================================================================
    // Audio thread

    void addTo (dsp::AudioBlock block, float gain) noexcept REALTIME;

private:
    void adopt() noexcept REALTIME;
    void
    fill (dsp::AudioBlock block, const NoiseLoop& loop, std::size_t from) const noexcept REALTIME;
    void giveBack (NoiseLoop*& loop) noexcept REALTIME;

    Handoff<NoiseLoop, 4> loops;
    NoiseLoop* playing = nullptr;
    NoiseLoop* outgoing = nullptr;
    NoiseLoop* next = nullptr;
    dsp::Crossfade fade;
    dsp::GainRamp level;
    dsp::AudioBuffer noise;
    dsp::AudioBuffer before;
    std::size_t position = 0;
};

} // namespace monitoring
