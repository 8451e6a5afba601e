// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBuffer.h"
#include "units/Loudness.h"
#include "units/SampleRate.h"
#include "units/Seconds.h"

namespace cli
{

inline constexpr units::Seconds demoLength { 30.0 };

/** What the demo is mastered to: a usual loudness of released pop, and a ceiling that codecs survive. */
inline constexpr units::Lufs demoLoudness { -12.0 };

/** Thirty seconds of stereo music, so that a newcomer, the tests and the pictures have some.

    Two bars of intro, a verse, a chorus with a second voice, an ending, in E minor at 96 beats a
    minute. It holds what devices differ in: a bass line from E1 to E2 (41 to 82 Hz), a kick, a voice
    with formants, hats, chords, and bells that are nearly opposite on left and right, so that a mono
    device loses them.

    The song has no randomness but noise of a fixed seed: same rate, same bytes. Any rate from 8 kHz;
    from 44.1 kHz on it is the same song in all its overtones. Ends in silence. -12 LUFS ± 0.1, true
    peak below -1 dBTP.
*/
dsp::AudioBuffer demoSong (units::SampleRate rate);

} // namespace cli
