// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBuffer.h"
#include "units/SampleRate.h"

#include <ebur128.h>

#include <vector>

namespace hearing
{

/** Integrated loudness in LUFS as libebur128 has it: the oracle. */
inline double ebur128Loudness (const dsp::AudioBuffer& programme, units::SampleRate rate)
{
    auto* meter = ebur128_init (static_cast<unsigned> (programme.numChannels()),
                                static_cast<unsigned long> (rate.hertz),
                                EBUR128_MODE_I);
    std::vector<float> interleaved;

    for (std::size_t n = 0; n < programme.numFrames(); ++n)
        for (std::size_t c = 0; c < programme.numChannels(); ++c)
            interleaved.push_back (programme.channel (c)[n]);

    double lufs = 0.0;
    ebur128_add_frames_float (meter, interleaved.data(), programme.numFrames());
    ebur128_loudness_global (meter, &lufs);
    ebur128_destroy (&meter);
    return lufs;
}

} // namespace hearing
