// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/BassMixes.h"

#include "dsp/RandomNumbers.h"
#include "hearing/MixSounds.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hearing::mixes
{
namespace
{

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
