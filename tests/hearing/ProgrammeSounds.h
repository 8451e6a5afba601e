// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBuffer.h"
#include "units/SampleRate.h"

namespace hearing
{

/** Noise in which loud and faint, noisy and tonal stretches of all lengths follow one another. */
dsp::AudioBuffer restlessSound (std::size_t numChannels, double seconds, units::SampleRate rate);

/** Music in outline, one channel with peaks near full scale: a bass line, chords of plucked strings, a
    drum, a cymbal. */
dsp::AudioBuffer musicLike (double seconds, units::SampleRate rate);

/** Speech in outline, one channel: vowels of gliding pitch through three formants, hisses, pauses. */
dsp::AudioBuffer speechLike (double seconds, units::SampleRate rate);

} // namespace hearing
