// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBuffer.h"
#include "units/SampleRate.h"

#include <vector>

/** The synthetic signals of ISO 532-1:2017, Annex B, at any rate; a sine of amplitude 1 is 100 dB SPL.

    Their definitions were read off the standard's recordings, which they meet to the recordings' 16 bits
    (the flanks of the pulses to 0.3 % of their height).
*/
namespace conformance
{

/** Signals 2 to 4: a steady sine. */
dsp::AudioBuffer steadyTone (double hz, double levelDb, units::SampleRate rate);

/** Signals 6 to 8: 10.6 s, from 0.1 to 10.1 s a sine that rises from 30 to 80 dB in time's proportion,
    faded in and out along sin² for 13⅓ ms. */
dsp::AudioBuffer risingTone (double hz, units::SampleRate rate);

/** A tone between two flanks like a Gaussian bell's, which reach the tone's level there. */
struct TonePulse
{
    double levelDb;
    double fromMs;
    double toMs;
};

/** Signals 10 to 13: 1 s with pulses of 1 kHz. */
dsp::AudioBuffer tonePulses (const std::vector<TonePulse>& pulses, units::SampleRate rate);

/** Like signal 5: noise with this level in every third octave from 25 Hz to 20 kHz, made of sines with
    random phases. */
dsp::AudioBuffer pinkNoise (double bandLevelDb, double seconds, units::SampleRate rate);

/** Noise with an even spectrum between two frequencies, and an rms value of 0.1. */
dsp::AudioBuffer bandNoise (double lowHz, double highHz, double seconds, units::SampleRate rate);

/** Like signal 9: 10.6 s, from 0.1 to 10.1 s such noise, 9 dB in every third octave and 5 dB more each
    second, faded as signals 6 to 8. */
dsp::AudioBuffer risingNoise (units::SampleRate rate);

} // namespace conformance
