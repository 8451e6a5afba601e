// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/ProgrammeSounds.h"

#include "support/Signals.h"

#include <cmath>
#include <numbers>
#include <random>

namespace hearing
{
namespace
{

double sine (double hz, double seconds) { return std::sin (2.0 * std::numbers::pi * hz * seconds); }

/** Samples of a sound that is described moment by moment, and has white noise at hand. */
template <typename Sound>
dsp::AudioBuffer made (double seconds, units::SampleRate rate, Sound sound)
{
    auto buffer = support::toBuffer (support::noise (1, rate.framesIn ({ seconds }), 11));
    auto samples = buffer.channel (0);

    for (std::size_t n = 0; n < samples.size(); ++n)
        samples[n] = static_cast<float> (sound (static_cast<double> (n) / rate.hertz, samples[n]));

    return buffer;
}

double pluckedString (double hz, double sincePluck)
{
    double sum = 0.0;

    for (int harmonic = 1; harmonic <= 12 && harmonic * hz < 3900.0; ++harmonic)
        sum += std::exp (-(2.0 + harmonic) * sincePluck) / harmonic
               * sine (harmonic * hz, sincePluck);

    return sum;
}

/** What a vowel with three formants gives a partial. */
double throughFormants (double hz)
{
    double gain = 0.0;

    for (const double formant : { 600.0, 1300.0, 2600.0 })
        gain += 1.0 / (1.0 + std::pow ((hz - formant) / 90.0, 2.0));

    return gain;
}

} // namespace

dsp::AudioBuffer restlessSound (std::size_t numChannels, double seconds, units::SampleRate rate)
{
    auto sound = support::toBuffer (support::noise (numChannels, rate.framesIn ({ seconds }), 7));

    for (std::size_t c = 0; c < numChannels; ++c)
    {
        std::mt19937 random { static_cast<unsigned> (c) };
        std::uniform_real_distribution<double> level { -90.0, 0.0 }, frequency { 20.0, 16000.0 };
        std::uniform_int_distribution<int> length { rate.hertz / 500, rate.hertz / 4 };
        int left = 0;
        double noise = 0.0, tone = 0.0, hz = 0.0;

        for (std::size_t n = 0; n < sound.numFrames(); ++n)
        {
            if (left-- == 0)
            {
                left = length (random);
                noise = 0.2 * std::pow (10.0, level (random) / 20.0);
                tone = std::pow (10.0, level (random) / 20.0);
                hz = frequency (random);
            }

            auto& sample = sound.channel (c)[n];
            sample = static_cast<float> (noise * sample
                                         + tone * sine (hz, static_cast<double> (n) / rate.hertz));
        }
    }

    return sound;
}

dsp::AudioBuffer musicLike (double seconds, units::SampleRate rate)
{
    return made (seconds, rate, [] (double t, double noise) {
        constexpr double beatSeconds = 0.25;
        constexpr double roots[] = { 55.0, 41.2, 65.4, 49.0 };
        const double sinceBeat = std::fmod (t, beatSeconds);
        const double sinceBar = std::fmod (t, 4.0 * beatSeconds);
        const double root = roots[static_cast<std::size_t> (t / beatSeconds) % 4];

        double sum = 0.25 * pluckedString (root, sinceBeat);

        for (const double interval : { 4.0, 5.0, 6.0, 8.0 })
            sum += 0.06 * pluckedString (interval * root, sinceBeat);

        sum += 0.4 * std::exp (-20.0 * sinceBar) * sine (50.0, sinceBar); // drum
        sum += 0.03 * std::exp (-30.0 * sinceBeat) * noise;               // cymbal
        return sum;
    });
}

dsp::AudioBuffer speechLike (double seconds, units::SampleRate rate)
{
    double cycles = 0.0;

    return made (seconds, rate, [&, step = 1.0 / rate.hertz] (double t, double noise) {
        const double pitch = 120.0 + 25.0 * sine (0.7, t);
        cycles = std::fmod (cycles + pitch * step, 1.0);
        const double syllable = std::fmod (4.0 * t, 1.0);

        if (syllable > 0.85 || std::fmod (t, 1.5) > 1.2)
            return 0.0;

        if (syllable < 0.15)
            return 0.02 * noise;

        double sum = 0.0;

        for (int harmonic = 1; harmonic * pitch < 3800.0; ++harmonic)
            sum += 0.1 * throughFormants (harmonic * pitch) * sine (harmonic, cycles);

        return sum;
    });
}

} // namespace hearing
