// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Treatment.h"

#include "analysis/QuietLift.h"
#include "dsp/Biquad.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>

namespace analysis
{

namespace
{

using Kind = Treatment::Kind;

// The two biquads of a Butterworth filter of fourth order.
constexpr std::array butterworthQs { 0.54119610, 1.30656296 };

std::string number (double value)
{
    std::ostringstream text;
    text << std::round (value * 10.0) / 10.0;
    return text.str();
}

std::string signedDb (double db) { return (db > 0.0 ? "+" : "") + number (db) + " dB"; }

std::string milliseconds (double seconds)
{
    std::ostringstream text;
    text << std::round (seconds * 100000.0) / 100.0 << " ms";
    return text.str();
}

std::string channelName (Treatment::Channel channel)
{
    return channel == Treatment::Channel::left ? "the left channel" : "the right channel";
}

std::string frequency (double hertz)
{
    return hertz < 1000.0 ? number (hertz) + " Hz" : number (hertz / 1000.0) + " kHz";
}

void filter (std::span<float> samples, const dsp::Biquad& shape)
{
    dsp::BiquadFilter running { shape };

    for (auto& sample : samples)
        sample = static_cast<float> (running.process (sample));
}

void scale (std::span<float> samples, double gain)
{
    for (auto& sample : samples)
        sample = static_cast<float> (sample * gain);
}

void highPass (std::span<float> samples, double hertz, units::SampleRate rate)
{
    for (const double q : butterworthQs)
        filter (samples, dsp::Biquad::highPass (rate, { units::Hertz { hertz }, q }));
}

void turnOver (std::span<float> samples)
{
    for (auto& sample : samples)
        sample = -sample;
}

void delay (std::span<float> samples, std::size_t frames)
{
    const auto late = static_cast<std::ptrdiff_t> (std::min (frames, samples.size()));
    std::shift_right (samples.begin(), samples.end(), late);
    std::fill_n (samples.begin(), late, 0.0f);
}

dsp::Biquad shapeOf (const Treatment& treatment, units::SampleRate rate)
{
    const dsp::BiquadPlace place { units::Hertz { treatment.hertz }, treatment.q };
    const units::Decibels gain { treatment.db };
    return treatment.kind == Kind::lowShelf    ? dsp::Biquad::lowShelf (rate, place, gain)
           : treatment.kind == Kind::highShelf ? dsp::Biquad::highShelf (rate, place, gain)
                                               : dsp::Biquad::peaking (rate, place, gain);
}

void treatChannel (std::span<float> samples, const Treatment& treatment, units::SampleRate rate)
{
    switch (treatment.kind)
    {
    case Kind::gain:
    case Kind::channelGain:
        return scale (samples, units::Decibels { treatment.db }.toGain());
    case Kind::highPass:
        return highPass (samples, treatment.hertz, rate);
    case Kind::inversion:
        return turnOver (samples);
    case Kind::delay:
        return delay (samples, rate.framesIn ({ treatment.seconds }));
    default:
        return filter (samples, shapeOf (treatment, rate));
    }
}

/** Left and right become mid and side, are treated, and come back. */
template <typename Treat>
void treatSide (dsp::AudioBlock stereo, Treat treatSamples)
{
    const auto left = stereo.channel (0);
    const auto right = stereo.channel (1);

    for (std::size_t i = 0; i < stereo.numFrames(); ++i)
    {
        const float mid = 0.5f * (left[i] + right[i]);
        right[i] = 0.5f * (left[i] - right[i]);
        left[i] = mid;
    }

    treatSamples (right);

    for (std::size_t i = 0; i < stereo.numFrames(); ++i)
    {
        const float mid = left[i];
        left[i] = mid + right[i];
        right[i] = mid - right[i];
    }
}

} // namespace

bool isOfOneChannel (Treatment::Kind kind)
{
    return kind == Kind::channelGain || kind == Kind::inversion || kind == Kind::delay;
}

std::string treatmentName (const Treatment& treatment)
{
    switch (treatment.kind)
    {
    case Kind::gain:
        return signedDb (treatment.db);
    case Kind::lowShelf:
        return signedDb (treatment.db) + " below " + frequency (treatment.hertz);
    case Kind::highShelf:
        return signedDb (treatment.db) + " above " + frequency (treatment.hertz);
    case Kind::peak:
        return signedDb (treatment.db) + " at " + frequency (treatment.hertz);
    case Kind::monoBelow:
        return "mono below " + frequency (treatment.hertz);
    case Kind::sideGain:
        return signedDb (treatment.db) + " on the sides";
    case Kind::highPass:
        return "a high-pass at " + frequency (treatment.hertz);
    case Kind::channelGain:
        return signedDb (treatment.db) + " on " + channelName (treatment.channel);
    case Kind::inversion:
        return channelName (treatment.channel) + " turned over";
    case Kind::delay:
        return channelName (treatment.channel) + " " + milliseconds (treatment.seconds) + " later";
    case Kind::quietLift:
        return "up to " + signedDb (treatment.db) + " where it is softer than "
               + number (treatment.lufs) + " LUFS";
    }

    return {};
}

void treat (dsp::AudioBlock stereo, const Treatment& treatment, units::SampleRate rate)
{
    const auto side = [&] (std::span<float> samples) {
        if (treatment.kind == Kind::sideGain)
            scale (samples, units::Decibels { treatment.db }.toGain());
        else
            highPass (samples, treatment.hertz, rate);
    };

    if (treatment.kind == Kind::monoBelow || treatment.kind == Kind::sideGain)
        return treatSide (stereo, side);

    if (treatment.kind == Kind::quietLift)
        return liftQuiet (stereo, { treatment.db, { treatment.lufs } }, rate);

    for (std::size_t channel = 0; channel < stereo.numChannels(); ++channel)
        if (! isOfOneChannel (treatment.kind)
            || channel == static_cast<std::size_t> (treatment.channel))
            treatChannel (stereo.channel (channel), treatment, rate);
}

} // namespace analysis
