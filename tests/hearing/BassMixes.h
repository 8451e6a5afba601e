// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBuffer.h"
#include "units/Decibels.h"
#include "units/SampleRate.h"

#include <span>
#include <string>
#include <vector>

/** Bass lines whose notes are known, laid into what sounds like the rest of a mix. */
namespace hearing::mixes
{

enum class Timbre
{
    saw,
    sub,                ///< a sine and nothing else
    weakFundamental,    ///< a saw whose fundamental is 20 dB down; notes below 62 Hz
    missingFundamental, ///< a saw without one; notes below 62 Hz
    plucked             ///< a saw whose harmonics die away, the higher the faster
};

enum class Rest
{
    noise,  ///< with the spectrum of music
    kick,   ///< the same and a kick drum on every beat
    chords, ///< the same and triads from 130 Hz up, held for 2 s
    kickAndChords,
};

enum class NoBass
{
    silence,
    pinkNoise,
    noiseLikeMusic,
    speech, ///< voiced syllables that glide, through three formants
    kick
};

inline constexpr units::SampleRate mixRate { 48000 };

struct Note
{
    double start; ///< seconds
    double end;
    double f0Hz;
};

struct Mix
{
    dsp::AudioBuffer audio; ///< mono
    std::vector<Note> notes;

    /** The note that sounds all through the time around a moment, and 0 between notes. */
    double f0At (double seconds) const;
};

struct Recipe
{
    Timbre timbre = Timbre::saw;
    Rest rest = Rest::noise;
    double bassToRestDb = 0.0; ///< power over the whole length
    unsigned seed = 1;
    double seconds = 8.0;
};

Mix mixed (const Recipe& recipe);
dsp::AudioBuffer without (NoBass what, unsigned seed, double seconds);

} // namespace hearing::mixes
