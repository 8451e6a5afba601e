// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demo/Instruments.h"

#include <array>
#include <vector>

namespace cli
{

namespace
{

constexpr double twoPi = 2.0 * std::numbers::pi;

struct Formant
{
    double hertz;
    double widthHz;
    double gain;
};

using Vowel = std::array<Formant, 4>;

// Formants of an alto, rounded from the table that comes with Csound (Fof, appendix D).
constexpr std::array<Vowel, 3> vowels {
    Vowel { Formant { 800, 80, 1.0 },
            Formant { 1150, 90, 0.63 },
            Formant { 2800, 120, 0.14 },
            Formant { 3500, 130, 0.07 } }, // ah
    Vowel { Formant { 450, 70, 1.0 },
            Formant { 800, 80, 0.35 },
            Formant { 2830, 100, 0.12 },
            Formant { 3500, 130, 0.06 } }, // oh
    Vowel { Formant { 500, 70, 1.0 },
            Formant { 1700, 90, 0.35 },
            Formant { 2700, 120, 0.18 },
            Formant { 3500, 130, 0.08 } }, // eh
};

/** How much of a tone at this frequency comes out of the mouth. */
double throughMouth (const Vowel& vowel, double hertz)
{
    double gain = 0.0;

    for (const auto& formant : vowel)
    {
        // The modulus of a single resonance; widthHz is half of its width at -3 dB, twice the table's,
        // for a voice whose pitch moves does not let a resonance ring out.
        const double distance = (hertz - formant.hertz) / formant.widthHz;
        gain += formant.gain / std::sqrt (1.0 + distance * distance);
    }

    return gain;
}

/** Begins straight and then swings, 5.5 times a second by 30 cents. In turns since the beginning. */
double turnsWithVibrato (double frequency, double time)
{
    constexpr double vibratoHz = 5.5;
    const double depth = 0.0105 * std::min (1.0, time / 0.5);
    return frequency * (time - depth * std::cos (twoPi * vibratoHz * time) / (twoPi * vibratoHz));
}

std::vector<double> overtoneGains (const Vowel& vowel, double frequency, double highestHz)
{
    std::vector<double> gains;

    // A glottis falls by about 12 dB an octave and lips give 6 back; a little less falls through a mix.
    for (int partial = 1; partial * frequency < std::min (highestHz, 7000.0); ++partial)
        gains.push_back (throughMouth (vowel, partial * frequency) / std::pow (partial, 0.8));

    return gains;
}

} // namespace

void playVoice (Track& track, std::span<const Note> notes, double position)
{
    Noise breath { 521288629u };

    for (std::size_t i = 0; i < notes.size(); ++i)
    {
        const auto& note = notes[i];
        const double frequency = frequencyOf (note.pitch);
        const double seconds = secondsAtBeat (note.beats) + 0.06;
        const auto gains = overtoneGains (
            vowels[(i * 2) % vowels.size()], frequency, track.highestHz());

        track.add (note.beat, seconds, panned (position), [&] (double time) {
            // Overtones of a sine from the two before: sin ((k + 1) x) = 2 cos x sin kx - sin ((k - 1) x).
            const double angle = twoPi * turnsWithVibrato (frequency, time);
            const double twice = 2.0 * std::cos (angle);
            double before = 0.0;
            double now = std::sin (angle);
            double sum = 0.02 * breath.next();

            for (const double gain : gains)
            {
                sum += gain * now;
                const double next = twice * now - before;
                before = now;
                now = next;
            }

            return note.gain * swell (time, seconds, 0.05, 0.1) * sum;
        });
    }
}

} // namespace cli
