// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/Iso532Signals.h"

#include "dsp/Fft.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <complex>
#include <numbers>
#include <random>

namespace conformance
{
namespace
{

constexpr double fullScaleDb = 100.0;

double amplitude (double levelDb) { return std::pow (10.0, (levelDb - fullScaleDb) / 20.0); }

template <typename Wave>
dsp::AudioBuffer made (double seconds, units::SampleRate rate, const Wave& wave)
{
    dsp::AudioBuffer sound { 1, rate.framesIn ({ seconds }) };

    for (std::size_t n = 0; n < sound.numFrames(); ++n)
        sound.channel (0)[n] = static_cast<float> (wave (static_cast<double> (n) / rate.hertz));

    return sound;
}

double sine (double hz, double seconds) { return std::sin (2.0 * std::numbers::pi * hz * seconds); }

double flank (double fromMs, double toMs, double ms)
{
    const double outside = std::max ({ fromMs - ms, ms - toMs, 0.0 });
    return std::exp (-0.35 * outside * outside);
}

constexpr double risingSeconds = 10.6;
constexpr double risingBegin = 0.1;
constexpr double risingEnd = 10.1;

double risen (double seconds) { return 5.0 * (seconds - risingBegin); }

double fade (double seconds)
{
    constexpr double fadeSeconds = 640.0 / 48000.0;
    const double inside = std::min (seconds - risingBegin, risingEnd - seconds);
    const double share = std::clamp (inside / fadeSeconds, 0.0, 1.0);
    return std::pow (std::sin (std::numbers::pi / 2.0 * share), 2.0);
}

/** Sines with random phases, whose squared amplitudes per hertz are given. */
template <typename Density>
dsp::AudioBuffer noise (double seconds, units::SampleRate rate, const Density& density)
{
    dsp::AudioBuffer sound { 1, rate.framesIn ({ seconds }) };
    const dsp::DesignFft fft { std::bit_ceil (sound.numFrames()) };
    const auto size = static_cast<double> (fft.size());
    const double binHz = rate.hertz / size;
    std::vector<std::complex<double>> bins (fft.numBins());
    std::mt19937 random { 1 };
    std::uniform_real_distribution<double> phase { 0.0, 2.0 * std::numbers::pi };

    for (std::size_t k = 1; k + 1 < bins.size(); ++k)
    {
        const double squared = binHz * density (static_cast<double> (k) * binHz);
        bins[k] = std::polar (size / 2.0 * std::sqrt (squared), phase (random));
    }

    const auto samples = fft.inverse (bins);

    for (std::size_t n = 0; n < sound.numFrames(); ++n)
        sound.channel (0)[n] = static_cast<float> (samples[n]);

    return sound;
}

} // namespace

dsp::AudioBuffer steadyTone (double hz, double levelDb, units::SampleRate rate)
{
    return made (2.0, rate, [=] (double t) { return amplitude (levelDb) * sine (hz, t); });
}

dsp::AudioBuffer risingTone (double hz, units::SampleRate rate)
{
    return made (risingSeconds, rate, [=] (double t) {
        return amplitude (30.0 + risen (t)) * fade (t) * sine (hz, t);
    });
}

dsp::AudioBuffer tonePulses (const std::vector<TonePulse>& pulses, units::SampleRate rate)
{
    return made (1.0, rate, [&] (double t) {
        double envelope = 0.0;

        for (const auto& pulse : pulses)
            envelope += amplitude (pulse.levelDb) * flank (pulse.fromMs, pulse.toMs, 1000.0 * t);

        return envelope * std::cos (2.0 * std::numbers::pi * 1000.0 * t);
    });
}

dsp::AudioBuffer pinkNoise (double bandLevelDb, double seconds, units::SampleRate rate)
{
    // Power per logarithm of frequency: a third octave, base ten, is a tenth of a decade.
    const double power = std::pow (amplitude (bandLevelDb), 2.0) / (0.1 * std::numbers::ln10);
    return noise (
        seconds, rate, [=] (double hz) { return hz > 22.0 && hz < 22400.0 ? power / hz : 0.0; });
}

dsp::AudioBuffer bandNoise (double lowHz, double highHz, double seconds, units::SampleRate rate)
{
    const double power = 2.0 * 0.01 / (highHz - lowHz);
    return noise (
        seconds, rate, [=] (double hz) { return hz > lowHz && hz < highHz ? power : 0.0; });
}

dsp::AudioBuffer risingNoise (units::SampleRate rate)
{
    auto sound = pinkNoise (9.0, risingSeconds, rate);

    for (std::size_t n = 0; n < sound.numFrames(); ++n)
    {
        const double t = static_cast<double> (n) / rate.hertz;
        sound.channel (0)[n] *= static_cast<float> (fade (t) * std::pow (10.0, risen (t) / 20.0));
    }

    return sound;
}

} // namespace conformance
