// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/MaskedThreshold.h"
#include "hearing/ZwickerLoudness.h"
#include "units/Seconds.h"

#include <span>
#include <vector>

/** The loudness that is left of a programme in steady noise.

    Zwicker's loudness function with the masked threshold in place of the threshold in quiet (Zwicker &
    Fastl, chapter 8; Chalupper & Fastl 2002), at every tenth of a Bark on the programme's excitation as
    ISO 532-1 spreads it. Without noise it is ISO 532-1; at the masked threshold it is 0; far above it
    it comes near the loudness in quiet from below: for a tone, four tenths of it 20 dB above and three
    quarters 40 dB above. That is less than measured (Lochner & Burger 1961: seven tenths, nine tenths)
    and than models after Moore, Glasberg & Baer 1997 give: docs/decisions/0051.

    It says nothing of what the noise does beyond masking energy: attention (informational masking),
    envelopes that beat or can be listened into, a noise that is heard as part of the programme. It is
    for both ears hearing the same, in a field of one kind. A tone counts as its third octave does, so
    that at 1 kHz it is masked 1.5 dB sooner than the critical band alone would have it.
*/
namespace hearing
{

/** @param inQuiet  the programme alone: steady (stationaryLoudness) or at one moment
    @returns partial specific loudness, and the loudness in quiet times the share of it that is left */
LoudnessPattern partialLoudness (const LoudnessPattern& inQuiet, const MaskedThreshold& threshold);

/** A channel's loudness, every 2 ms: beside the noise and in quiet, neither weighted over time as N(t)
    is: it is to be smoothed over longer times. */
struct LoudnessInNoise
{
    std::vector<float> partialSone;
    std::vector<float> quietSone;
};

/** All channels of a whole programme beside a steady noise. */
std::vector<LoudnessInNoise> loudnessInNoise (dsp::ConstAudioBlock whole,
                                              units::SampleRate rate,
                                              const Calibration& calibration,
                                              const MaskedThreshold& threshold);

/** The mean over so much time around every point; at the ends over what there is of it. */
std::vector<float>
meanOver (units::Seconds time, std::span<const float> values, double pointsPerSecond);

} // namespace hearing
