// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/MixSounds.h"

#include "dsp/Fft.h"
#include "dsp/RandomNumbers.h"

#include <algorithm>
#include <array>
#include <bit>

namespace hearing::mixes
{
namespace
{

/** A sine after so many cycles, from a table. */
double sineOf (double cycles)
{
    constexpr std::size_t size = 8192;
    static const auto table = [] {
        std::vector<double> values (size + 1);

        for (std::size_t i = 0; i <= size; ++i)
            values[i] = std::sin (2.0 * std::numbers::pi * static_cast<double> (i) / size);

        return values;
    }();

    const double place = (cycles - std::floor (cycles)) * size;
    const auto below = static_cast<std::size_t> (place);
    return std::lerp (table[below], table[below + 1], place - static_cast<double> (below));
}

void speak (double start, double length, dsp::RandomNumbers& random, Samples& into)
{
    const double from = 95.0 + 60.0 * random.uniform();
    const double to = from * (0.8 + 0.35 * random.uniform());
    const std::array formantsHz { 300.0 + 400.0 * random.uniform(),
                                  1000.0 + 1000.0 * random.uniform(),
                                  2500.0 };
    double cycles = 0.0;

    for (std::size_t i = framesIn (start); i < std::min (into.size(), framesIn (start + length));
         ++i)
    {
        const double part = (secondsAt (i) - start) / length;
        const double hz = std::lerp (from, to, part);
        cycles += hz / mixRate.hertz;

        for (int n = 1; n * hz < 4000.0; ++n)
        {
            double gain = 0.05;

            for (const double formantHz : formantsHz)
            {
                const double away = (n * hz - formantHz) / 100.0;
                gain += 1.0 / (1.0 + away * away);
            }

            into[i] += gain / n * sineOf (n * cycles) * std::sin (std::numbers::pi * part);
        }
    }
}

} // namespace

Samples shapedNoise (double seconds, unsigned seed, double fallPerOctave)
{
    dsp::RandomNumbers random { seed * 31337u + 5u };
    const dsp::DesignFft fft { std::bit_ceil (framesIn (seconds)) };
    std::vector<std::complex<double>> bins (fft.numBins());

    for (std::size_t k = 1; k < bins.size(); ++k)
    {
        const double hz = static_cast<double> (k) * mixRate.hertz
                          / static_cast<double> (fft.size());
        const double below = -6.0 * std::log2 (std::max (1.0, 120.0 / hz));
        const double above = -fallPerOctave
                             * std::log2 (std::clamp (hz / 120.0, 1.0, 4000.0 / 120.0));
        const double high = -9.0 * std::log2 (std::max (1.0, hz / 4000.0));
        const double gain = units::Decibels { below + above + high }.toGain();
        bins[k] = { gain * random.gaussian(), gain * random.gaussian() };
    }

    auto samples = fft.inverse (bins);
    samples.resize (framesIn (seconds));
    return samples;
}

Samples kickDrum (double seconds)
{
    Samples samples (framesIn (seconds));

    for (double beat = 0.0; beat < seconds; beat += 0.5)
    {
        double cycles = 0.0;

        for (std::size_t i = framesIn (beat); i < std::min (samples.size(), framesIn (beat + 0.45));
             ++i)
        {
            const double since = secondsAt (i) - beat;
            cycles += (50.0 + 120.0 * std::exp (-since / 0.03)) / mixRate.hertz;
            samples[i] = sineOf (cycles) * std::exp (-since / 0.06);
        }
    }

    return samples;
}

Samples triads (double seconds, unsigned seed)
{
    dsp::RandomNumbers random { seed * 104729u + 3u };
    Samples samples (framesIn (seconds));

    for (double time = 0.0; time < seconds; time += 2.0)
    {
        const double root = static_cast<double> (random.bits() % 12) - 21.0; // from C3
        const double third = random.bits() % 2 == 0 ? 3.0 : 4.0;

        for (const double interval : { 0.0, third, 7.0, 12.0 })
        {
            const double hz = noteHz (root + interval) * (1.0 + 0.002 * (random.uniform() - 0.5));

            for (int n = 1; n <= 20 && n * hz < 6000.0; ++n)
            {
                Rotor sine { hz * n, random.uniform() };

                for (std::size_t i = framesIn (time);
                     i < std::min (samples.size(), framesIn (time + 2.0));
                     ++i)
                    samples[i] += sine.next() / n;
            }
        }
    }

    return samples;
}

Samples speech (double seconds, unsigned seed)
{
    dsp::RandomNumbers random { seed * 977u + 3u };
    Samples samples (framesIn (seconds));

    for (double time = 0.05; time < seconds - 0.5;)
    {
        const double length = 0.12 + 0.18 * random.uniform();
        speak (time, length, random, samples);
        time += length + 0.1 * random.uniform();
    }

    return samples;
}

} // namespace hearing::mixes
