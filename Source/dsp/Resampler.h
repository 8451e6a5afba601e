// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "dsp/AudioBuffer.h"
#include "dsp/ImpulseResponse.h"
#include "units/SampleRate.h"

#include <memory>

namespace dsp
{

/** Changes the rate of an impulse response (libsoxr, very high quality, linear phase), keeping the
    arrival where it is in time and the gain in the pass band: the samples are scaled by the ratio
    of the rates, so that convolution at either rate sounds the same (to 0.01 dB up to 0.91 of the
    lower Nyquist frequency).

    A band edge rings before and after the sound. The result is 256 frames of the lower rate longer
    than the original for the ringing after it; ringing before the first sample is folded into the
    first 128 samples (withoutPreRinging): an impulse at the first sample keeps its level to 0.15 dB
    (0.3 dB from 96 or 192 to 8 kHz).
*/
ImpulseResponse resampled (const ImpulseResponse& ir, units::SampleRate to);

/** Changes the rate of a stream (libsoxr, linear phase). Not for the audio thread. */
class Resampler
{
public:
    enum class Quality
    {
        high,    ///< 20 bits, in less than half of the time: for what is measured
        veryHigh ///< 28 bits: for what is heard
    };

    Resampler (std::size_t numChannels,
               units::SampleRate from,
               units::SampleRate to,
               Quality quality = Quality::veryHigh);
    ~Resampler();
    Resampler (const Resampler&) = delete;
    Resampler& operator= (const Resampler&) = delete;

    /** Takes a block in and returns what is ready, any number of frames. */
    AudioBuffer process (ConstAudioBlock in);

    /** The rest, after the last block: in total round (frames in · to / from) frames. */
    AudioBuffer flush();

private:
    struct State;
    std::unique_ptr<State> state;
};

} // namespace dsp
