// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/Biquad.h"

#include <cmath>

#include "measured/flags/Injection.h"

/** Plain sums over samples, to check injections by: none of it is what the rules use. */
namespace flags
{

inline double powerOf (std::span<const float> samples)
{
    double sum = 0.0;

    for (const float sample : samples)
        sum += static_cast<double> (sample) * static_cast<double> (sample);

    return sum / static_cast<double> (samples.size());
}

inline double productOf (const Audio& audio)
{
    double sum = 0.0;

    for (std::size_t i = 0; i < audio.numFrames(); ++i)
        sum += static_cast<double> (audio.channel (0)[i])
               * static_cast<double> (audio.channel (1)[i]);

    return sum / static_cast<double> (audio.numFrames());
}

inline double correlationOf (const Audio& audio)
{
    return productOf (audio)
           / std::sqrt (powerOf (audio.channel (0)) * powerOf (audio.channel (1)) + 1e-20);
}

inline double db (double power) { return 10.0 * std::log10 (power + 1e-20); }

/** Of mid, against what the channels have apart. */
inline double foldDb (const Audio& audio)
{
    const double apart = powerOf (audio.channel (0)) + powerOf (audio.channel (1));
    return db ((apart + 2.0 * productOf (audio)) / (2.0 * apart + 1e-20));
}

/** Through filters in series, run forwards. */
inline Audio filtered (const Audio& audio, std::span<const dsp::Biquad> shapes)
{
    Audio result (audio.numChannels(), audio.numFrames());

    for (std::size_t c = 0; c < audio.numChannels(); ++c)
    {
        std::vector<dsp::BiquadFilter> chain;

        for (const auto& shape : shapes)
            chain.emplace_back (shape);

        for (std::size_t i = 0; i < audio.numFrames(); ++i)
        {
            double sample = static_cast<double> (audio.channel (c)[i]);

            for (auto& filter : chain)
                sample = filter.process (sample);

            result.channel (c)[i] = static_cast<float> (sample);
        }
    }

    return result;
}

} // namespace flags
