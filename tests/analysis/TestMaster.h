// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/MasterMeter.h"
#include "dsp/AudioBuffer.h"
#include "dsp/RandomNumbers.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

/** Masters made up for tests, at 48 kHz. */
namespace analysis::test_master
{

constexpr units::SampleRate rate { 48000 };

inline std::size_t frameAt (double seconds)
{
    return static_cast<std::size_t> (std::lround (seconds * rate.hertz));
}

/** `sound (seconds, channel)` for every sample. */
template <typename Sound>
dsp::AudioBuffer made (std::size_t numChannels, double seconds, Sound&& sound)
{
    dsp::AudioBuffer buffer (numChannels, frameAt (seconds));

    for (std::size_t i = 0; i < buffer.numFrames(); ++i)
        for (std::size_t c = 0; c < numChannels; ++c)
            buffer.channel (c)[i] = static_cast<float> (
                sound (static_cast<double> (i) / rate.hertz, c));

    return buffer;
}

inline double sine (double hertz, double seconds)
{
    return std::sin (2.0 * std::numbers::pi * hertz * seconds);
}

/** Noise that falls by 3 dB per octave, 0.1 in RMS or so (Kellet's three poles); every seed another. */
class PinkNoise
{
public:
    explicit PinkNoise (std::uint64_t seed) : random (seed) {}

    double next()
    {
        const double white = random.gaussian();
        a = 0.99765 * a + white * 0.0990460;
        b = 0.96300 * b + white * 0.2965164;
        c = 0.57000 * c + white * 1.0526913;
        return 0.05 * (a + b + c + white * 0.1848);
    }

private:
    dsp::RandomNumbers random;
    double a = 0.0;
    double b = 0.0;
    double c = 0.0;
};

/** Pink noise, faded in and out over 0.1 s: both channels the same, and `width` of each its own. */
inline dsp::AudioBuffer pink (double seconds, double width = 0.0)
{
    PinkNoise common { 1 };
    PinkNoise own[] { PinkNoise { 2 }, PinkNoise { 3 } };
    double middle = 0.0;

    return made (2, seconds, [&] (double at, std::size_t c) {
        middle = c == 0 ? common.next() : middle;
        const double fade = std::clamp (10.0 * std::min (at, seconds - at), 0.0, 1.0);
        return fade * ((1.0 - width) * middle + width * own[c].next());
    });
}

/** Does something to the frames of a stretch: `change (left, right)`. */
template <typename Change>
void during (dsp::AudioBuffer& master, double from, double to, Change&& change)
{
    for (auto i = frameAt (from); i < std::min (frameAt (to), master.numFrames()); ++i)
        change (master.channel (0)[i], master.channel (1)[i]);
}

inline MasterMeasures measured (dsp::ConstAudioBlock programme, std::size_t blockFrames = 4096)
{
    MasterMeter meter { programme.numChannels(), rate };

    for (std::size_t n = 0; n < programme.numFrames(); n += blockFrames)
        meter.process (programme.slice (n, std::min (blockFrames, programme.numFrames() - n)));

    return meter.finish();
}

} // namespace analysis::test_master
