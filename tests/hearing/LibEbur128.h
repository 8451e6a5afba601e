// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBuffer.h"
#include "units/SampleRate.h"

#include <ebur128.h>

#include <algorithm>
#include <vector>

namespace hearing
{

/** What libebur128, the oracle, measures. */
struct Ebur128Figures
{
    double lufs = 0.0;     ///< integrated
    double truePeak = 0.0; ///< linear, oversampled fourfold
};

inline Ebur128Figures ebur128Figures (const dsp::AudioBuffer& programme,
                                      units::SampleRate rate,
                                      int mode = EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK)
{
    auto* meter = ebur128_init (static_cast<unsigned> (programme.numChannels()),
                                static_cast<unsigned long> (rate.hertz),
                                mode);
    std::vector<float> interleaved;

    for (std::size_t n = 0; n < programme.numFrames(); ++n)
        for (std::size_t c = 0; c < programme.numChannels(); ++c)
            interleaved.push_back (programme.channel (c)[n]);

    Ebur128Figures figures;
    ebur128_add_frames_float (meter, interleaved.data(), programme.numFrames());
    ebur128_loudness_global (meter, &figures.lufs);

    for (unsigned c = 0;
         (mode & EBUR128_MODE_TRUE_PEAK) == EBUR128_MODE_TRUE_PEAK && c < programme.numChannels();
         ++c)
    {
        double peak = 0.0;
        ebur128_true_peak (meter, c, &peak);
        figures.truePeak = std::max (figures.truePeak, peak);
    }

    ebur128_destroy (&meter);
    return figures;
}

/** Integrated loudness alone, in LUFS. */
inline double ebur128Loudness (const dsp::AudioBuffer& programme, units::SampleRate rate)
{
    return ebur128Figures (programme, rate, EBUR128_MODE_I).lufs;
}

} // namespace hearing
