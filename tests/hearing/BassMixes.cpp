// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/BassMixes.h"

#include "dsp/Fft.h"
#include "dsp/RandomNumbers.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <complex>
#include <numbers>

namespace hearing::mixes
{
namespace
{

using Samples = std::vector<double>;

std::size_t framesIn (double seconds) { return mixRate.framesIn ({ seconds }); }
double secondsAt (std::size_t frame) { return static_cast<double> (frame) / mixRate.hertz; }
double noteHz (double semitonesFromA4) { return 440.0 * std::exp2 (semitonesFromA4 / 12.0); }

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

void scaleToRms (Samples& samples, double rms)
{
    double sum = 0.0;

    for (const double sample : samples)
        sum += sample * sample;

    const double gain = sum > 0.0 ? rms / std::sqrt (sum / static_cast<double> (samples.size()))
                                  : 0.0;

    for (double& sample : samples)
        sample *= gain;
}

/** A sine of constant frequency and exponential decay, sample by sample. */
class Rotor
{
public:
    Rotor (double hz, double startCycles, double decayPerSecond = 0.0)
        : now (std::polar (1.0, 2.0 * std::numbers::pi * startCycles)),
          turn (std::polar (std::exp (-decayPerSecond / mixRate.hertz),
                            2.0 * std::numbers::pi * hz / mixRate.hertz))
    {}

    double next()
    {
        const double sample = now.imag();
        now = { now.real() * turn.real() - now.imag() * turn.imag(),
                now.real() * turn.imag() + now.imag() * turn.real() };
        return sample;
    }

private:
    std::complex<double> now;
    std::complex<double> turn;
};

double amplitude (Timbre timbre, int harmonic)
{
    const bool isFundamental = harmonic == 1;

    switch (timbre)
    {
    case Timbre::sub:
        return isFundamental ? 1.0 : 0.0;
    case Timbre::weakFundamental:
        return isFundamental ? 0.1 : 1.0 / harmonic;
    case Timbre::missingFundamental:
        return isFundamental ? 0.0 : 1.0 / harmonic;
    case Timbre::saw:
    case Timbre::plucked:
        break;
    }

    return 1.0 / harmonic;
}

void play (const Note& note, Timbre timbre, dsp::RandomNumbers& random, Samples& into)
{
    const std::size_t first = framesIn (note.start);
    Samples sound (framesIn (note.end) - first);
    const int numHarmonics = std::min (30, static_cast<int> (4000.0 / note.f0Hz));

    for (int n = 1; n <= numHarmonics; ++n)
    {
        const double gain = amplitude (timbre, n);
        const double decay = timbre == Timbre::plucked ? 2.0 + 1.5 * n : 0.0;
        Rotor sine { note.f0Hz * n, random.uniform(), decay };

        if (gain > 0.0)
            for (double& sample : sound)
                sample += gain * sine.next();
    }

    for (std::size_t i = 0; i < sound.size(); ++i)
    {
        const double attack = secondsAt (i) / 0.005;
        const double release = secondsAt (sound.size() - i) / 0.01;
        into[first + i] += sound[i] * std::min ({ 1.0, attack, release });
    }
}

std::vector<Note> randomNotes (const Recipe& recipe, dsp::RandomNumbers& random)
{
    constexpr std::array lengths { 0.2, 0.25, 0.4, 0.6 };
    const bool low = recipe.timbre == Timbre::weakFundamental
                     || recipe.timbre == Timbre::missingFundamental;
    std::vector<Note> notes;

    for (double time = 0.1; time < recipe.seconds - 0.8;)
    {
        const double length = lengths[random.bits() % lengths.size()];
        const double rest = random.uniform() < 0.25 ? 0.25 : 0.0;
        const double semitones = static_cast<double> (random.bits() % (low ? 12 : 29)); // from C1
        notes.push_back ({ time, time + 0.97 * length, noteHz (semitones - 45.0) });
        time += length + rest;
    }

    return notes;
}

/** Noise of constant power up to 120 Hz less what bass and kick fill in below (6 dB per octave), and
    falling by so many dB per octave up to 4 kHz, by 9 above: 5 is the mean of popular recordings
    (Pestana et al. 2013, AES 135). */
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

/** 170 Hz to 50 Hz in some 60 ms, gone by 60 dB after 0.4 s, twice a second. */
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

void addAtRms (double rms, Samples what, Samples& to)
{
    scaleToRms (what, rms);
    std::transform (what.begin(), what.end(), to.begin(), to.begin(), std::plus<> {});
}

Samples restOf (const Recipe& recipe)
{
    const bool hasKick = recipe.rest == Rest::kick || recipe.rest == Rest::kickAndChords;
    const bool hasChords = recipe.rest == Rest::chords || recipe.rest == Rest::kickAndChords;
    Samples rest (framesIn (recipe.seconds));
    addAtRms (
        hasKick && hasChords ? 0.5 : 1.0, shapedNoise (recipe.seconds, recipe.seed, 5.0), rest);

    if (hasKick)
        addAtRms (1.0, kickDrum (recipe.seconds), rest);

    if (hasChords)
        addAtRms (1.0, triads (recipe.seconds, recipe.seed), rest);

    return rest;
}

dsp::AudioBuffer toMono (const Samples& samples)
{
    dsp::AudioBuffer buffer { 1, samples.size() };
    std::ranges::transform (samples, buffer.channel (0).begin(), [] (double sample) {
        return static_cast<float> (sample);
    });
    return buffer;
}

constexpr double restRms = 0.1;

} // namespace

double Mix::f0At (double seconds) const
{
    constexpr double around = 0.06;

    for (const auto& note : notes)
        if (seconds - around >= note.start && seconds + around < note.end)
            return note.f0Hz;

    return 0.0;
}

Mix mixed (const Recipe& recipe)
{
    dsp::RandomNumbers random { recipe.seed * 7919u + 1u };
    const auto notes = randomNotes (recipe, random);
    Samples bass (framesIn (recipe.seconds));

    for (const auto& note : notes)
        play (note, recipe.timbre, random, bass);

    Samples all (bass.size());
    addAtRms (restRms, restOf (recipe), all);
    addAtRms (restRms * units::Decibels { recipe.bassToRestDb }.toGain(), std::move (bass), all);
    return { toMono (all), notes };
}

dsp::AudioBuffer without (NoBass what, unsigned seed, double seconds)
{
    Samples all (framesIn (seconds));

    switch (what)
    {
    case NoBass::silence:
        break;
    case NoBass::pinkNoise:
        addAtRms (restRms, shapedNoise (seconds, seed, 3.0), all);
        break;
    case NoBass::noiseLikeMusic:
        addAtRms (restRms, shapedNoise (seconds, seed, 5.0), all);
        break;
    case NoBass::speech:
        addAtRms (restRms, speech (seconds, seed), all);
        break;
    case NoBass::kick:
        addAtRms (restRms, kickDrum (seconds), all);
        addAtRms (restRms, shapedNoise (seconds, seed, 5.0), all);
        break;
    }

    return toMono (all);
}

} // namespace hearing::mixes
