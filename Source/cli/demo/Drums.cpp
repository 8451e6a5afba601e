// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demo/Instruments.h"

namespace cli
{

namespace
{

constexpr double twoPi = 2.0 * std::numbers::pi;

/** Noise with its low end taken out: the difference of neighbours, as often as asked. */
class BrightNoise
{
public:
    BrightNoise (std::uint32_t seed, double rate, double cornerHz)
        : noise (seed),
          keep (std::exp (-twoPi * cornerHz / rate))
    {}

    double next()
    {
        // Two one-pole high passes in a row.
        const double input = noise.next();
        first = keep * (first + input - lastInput);
        lastInput = input;
        const double previous = lastFirst;
        lastFirst = first;
        second = keep * (second + first - previous);
        return second;
    }

private:
    Noise noise;
    double keep;
    double first = 0.0;
    double second = 0.0;
    double lastInput = 0.0;
    double lastFirst = 0.0;
};

} // namespace

void playKick (Track& track, std::span<const Note> notes)
{
    // The pitch falls from 190 to 52 Hz within a few hundredths of a second.
    constexpr double restHz = 52.0;
    constexpr double fallHz = 138.0;
    constexpr double fallSeconds = 0.035;

    for (const auto& note : notes)
        track.add (note.beat, 0.45, { 1.0, 1.0 }, [&note] (double time) {
            const double turns = restHz * time
                                 + fallHz * fallSeconds * (1.0 - std::exp (-time / fallSeconds));
            const double body = std::sin (twoPi * turns) * std::exp (-time / 0.16);
            const double click = std::sin (twoPi * 2400.0 * time) * std::exp (-time / 0.004);
            return note.gain * swell (time, 0.45, 0.0008, 0.1) * (body + 0.22 * click);
        });
}

void playSnare (Track& track, std::span<const Note> notes)
{
    BrightNoise noise { 2463534242u, track.rate(), 1400.0 };

    for (const auto& note : notes)
        track.add (note.beat, 0.35, { 1.0, 1.0 }, [&] (double time) {
            const double skin = std::sin (twoPi * 188.0 * time) * std::exp (-time / 0.07)
                                + 0.6 * std::sin (twoPi * 331.0 * time) * std::exp (-time / 0.05);
            const double wires = noise.next() * std::exp (-time / 0.11);
            return note.gain * swell (time, 0.35, 0.0008, 0.1) * (0.5 * skin + 0.75 * wires);
        });
}

void playHats (Track& track, std::span<const Note> notes)
{
    BrightNoise noise { 88675123u, track.rate(), 7000.0 };

    for (const auto& note : notes)
        track.add (note.beat, note.beats, panned (0.35), [&] (double time) {
            const double decay = std::exp (-time / (0.22 * note.beats));
            return note.gain * swell (time, note.beats, 0.0008, 0.02) * decay * noise.next();
        });
}

} // namespace cli
