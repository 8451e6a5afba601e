// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/demo/Score.h"
#include "dsp/AudioBuffer.h"
#include "units/SampleRate.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace cli
{

/** How loud something is on each side. */
struct Sides
{
    double left;
    double right;
};

/** Equal power: -1 is left, 0 the middle, 1 right. */
inline Sides panned (double position)
{
    const double angle = (position + 1.0) * std::numbers::pi / 4.0;
    return { std::cos (angle), std::sin (angle) };
}

/** White noise between -1 and 1, the same for the same seed everywhere (xorshift, Marsaglia 2003). */
class Noise
{
public:
    explicit Noise (std::uint32_t seed) : state (seed) {}

    double next()
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return state / 2147483648.0 - 1.0;
    }

private:
    std::uint32_t state;
};

/** Stereo audio that instruments are added to, frames from the beginning of the song. */
class Track
{
public:
    Track (units::SampleRate sampleRate, std::size_t frames)
        : audio (2, frames),
          rateHz (sampleRate.hertz)
    {}

    double rate() const { return rateHz; }

    /** Overtones above this are not played: the same ones at every usual rate. */
    double highestHz() const { return std::min (18000.0, 0.45 * rateHz); }

    /** Calls sample (seconds since the beat) for so many seconds, and adds what it returns. */
    template <typename Sample>
    void add (double beat, double seconds, Sides sides, Sample&& sample)
    {
        const auto first = static_cast<std::size_t> (std::lround (secondsAtBeat (beat) * rateHz));
        const auto length = static_cast<std::size_t> (seconds * rateHz);
        const auto end = std::min (audio.numFrames(), first + length);
        const auto left = audio.channel (0);
        const auto right = audio.channel (1);

        for (std::size_t frame = first; frame < end; ++frame)
        {
            const double value = sample (static_cast<double> (frame - first) / rateHz);
            left[frame] += static_cast<float> (sides.left * value);
            right[frame] += static_cast<float> (sides.right * value);
        }
    }

    dsp::AudioBuffer audio;

private:
    double rateHz;
};

/** Up in attackSeconds, and down again over the last releaseSeconds; smooth at both ends. */
inline double swell (double time, double seconds, double attackSeconds, double releaseSeconds)
{
    const auto ramp = [] (double x) {
        const double bounded = std::min (1.0, std::max (0.0, x));
        return bounded * bounded * (3.0 - 2.0 * bounded);
    };

    return ramp (time / attackSeconds) * ramp ((seconds - time) / releaseSeconds);
}

} // namespace cli
