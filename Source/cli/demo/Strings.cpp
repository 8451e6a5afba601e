// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demo/Instruments.h"

#include <vector>

namespace cli
{

namespace
{

constexpr double twoPi = 2.0 * std::numbers::pi;

/** One period of a tone, summed of sines, read with linear interpolation. */
class Wavetable
{
public:
    template <typename Gain>
    Wavetable (int numPartials, Gain&& gainOf) : samples (size + 1)
    {
        for (int partial = 1; partial <= numPartials; ++partial)
            for (std::size_t i = 0; i <= size; ++i)
                samples[i] += gainOf (partial)
                              * std::sin (twoPi * partial * static_cast<double> (i) / size);
    }

    double at (double turns) const
    {
        const double place = (turns - std::floor (turns)) * size;
        const auto index = static_cast<std::size_t> (place);
        const double between = place - static_cast<double> (index);
        return samples[index] + between * (samples[index + 1] - samples[index]);
    }

private:
    static constexpr std::size_t size = 4096;
    std::vector<double> samples;
};

int partialsBelow (double highestHz, double frequency, int most)
{
    return std::min (most, static_cast<int> (highestHz / frequency));
}

} // namespace

void playBass (Track& track, std::span<const Note> notes)
{
    for (const auto& note : notes)
    {
        const double frequency = frequencyOf (note.pitch);
        const double seconds = secondsAtBeat (note.beats);

        // The fundamental carries it; the overtones are what a small loudspeaker is left with.
        const Wavetable round { 2, [] (int partial) { return partial == 1 ? 1.0 : 0.25; } };
        const Wavetable bright { partialsBelow (track.highestHz(), frequency, 14),
                                 [] (int partial) { return partial < 2 ? 0.0 : 0.55 / partial; } };

        track.add (note.beat, seconds, { 1.0, 1.0 }, [&] (double time) {
            const double pluck = std::exp (-time / 0.22);
            const double turns = frequency * time;
            return note.gain * swell (time, seconds, 0.005, 0.04) * (0.6 + 0.4 * pluck)
                   * (round.at (turns) + (0.25 + pluck) * bright.at (turns));
        });
    }
}

void playPad (Track& track, std::span<const Note> notes)
{
    // Sides a little out of tune with each other make it wide, and leave it whole in mono.
    constexpr double detune = 1.0023; // 4 cents

    for (const auto& note : notes)
    {
        const double frequency = frequencyOf (note.pitch);
        const double seconds = secondsAtBeat (note.beats) + 0.35;
        const Wavetable warm { partialsBelow (track.highestHz(), frequency, 16),
                               [] (int partial) { return std::pow (partial, -1.35); } };
        const auto side = [&] (Sides sides, double hz, double phase) {
            track.add (note.beat, seconds, sides, [&, hz, phase] (double time) {
                return note.gain * swell (time, seconds, 0.12, 0.4) * warm.at (phase + hz * time);
            });
        };

        side ({ 1.0, 0.25 }, frequency * detune, 0.1 * note.pitch);
        side ({ 0.25, 1.0 }, frequency / detune, 0.37 * note.pitch);
    }
}

void playBells (Track& track, std::span<const Note> notes)
{
    for (const auto& note : notes)
    {
        const double frequency = frequencyOf (note.pitch);
        const double seconds = 1.6;

        // Frequency modulation at 3.5 times the pitch, as bells have been made since Chowning 1973.
        track.add (note.beat, seconds, { 1.0, -0.8 }, [&] (double time) {
            const double depth = 0.9 * std::exp (-time / 0.18);
            const double turns = frequency * time;
            return note.gain * swell (time, seconds, 0.002, 0.3) * std::exp (-time / 0.45)
                   * std::sin (twoPi * turns + depth * std::sin (twoPi * 3.5 * turns));
        });
    }
}

} // namespace cli
