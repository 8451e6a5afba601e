// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demo/DemoSong.h"

#include "cli/demo/Instruments.h"
#include "cli/demo/Mastering.h"
#include "cli/demo/Room.h"

#include <algorithm>

namespace cli
{

namespace
{

// Between its samples the song rises by less than 1 dB: the test measures its true peak.
constexpr units::Decibels sampleCeiling { -2.2 };

void addAt (Track& song, const Track& part, double gain)
{
    for (std::size_t c = 0; c < 2; ++c)
        for (std::size_t i = 0; i < song.audio.numFrames(); ++i)
            song.audio.channel (c)[i] += static_cast<float> (gain) * part.audio.channel (c)[i];
}

/** Pushes a part down for a moment at each kick, so that both can be heard. */
void duckUnder (Track& part, std::span<const Note> kicks, double depth)
{
    for (const auto& kick : kicks)
    {
        const auto first = static_cast<std::size_t> (secondsAtBeat (kick.beat) * part.rate());
        const auto end = std::min (part.audio.numFrames(),
                                   first + static_cast<std::size_t> (0.3 * part.rate()));

        for (std::size_t i = first; i < end; ++i)
        {
            const double time = static_cast<double> (i - first) / part.rate();
            const double dip = swell (time, 0.3, 0.006, 0.25);
            const auto gain = static_cast<float> (1.0 - kick.gain * depth * dip);

            for (std::size_t c = 0; c < 2; ++c)
                part.audio.channel (c)[i] *= gain;
        }
    }
}

/** Lets the last chord die away over two seconds, so that the file ends in silence. */
void fadeOut (Track& song)
{
    const double length = demoLength.value;

    for (std::size_t i = 0; i < song.audio.numFrames(); ++i)
    {
        const double time = static_cast<double> (i) / song.rate();
        const auto gain = static_cast<float> (swell (time, length, 0.001, 2.0));

        for (std::size_t c = 0; c < 2; ++c)
            song.audio.channel (c)[i] *= gain;
    }
}

/** A kick pushes more than it pulls: what is left of that below 10 Hz is headroom wasted. */
void removeDirectCurrent (Track& song)
{
    const double keep = std::exp (-2.0 * std::numbers::pi * 10.0 / song.rate());

    for (std::size_t c = 0; c < 2; ++c)
    {
        double last = 0.0;
        double output = 0.0;

        for (float& sample : song.audio.channel (c))
        {
            const double input = sample;
            output = keep * (output + input - last);
            last = input;
            sample = static_cast<float> (output);
        }
    }
}

/** All that stands in the room: chords, bells, voices and snare. */
Track roomyParts (const Track& empty, units::SampleRate rate)
{
    Track parts { rate, empty.audio.numFrames() };

    const auto play = [&] (double gain, auto&& perform) {
        Track part { rate, empty.audio.numFrames() };
        perform (part);
        addAt (parts, part, gain);
    };

    play (0.042, [] (Track& part) {
        playPad (part, chordNotes());
        duckUnder (part, kickNotes(), 0.4);
    });
    play (0.085, [] (Track& part) { playBells (part, bellNotes()); });
    play (0.190, [] (Track& part) { playVoice (part, voiceNotes(), 0.0); });
    play (0.095, [] (Track& part) { playVoice (part, harmonyNotes(), -0.45); });
    play (0.240, [] (Track& part) { playSnare (part, snareNotes()); });
    addRoom (parts, 0.10);
    return parts;
}

} // namespace

dsp::AudioBuffer demoSong (units::SampleRate rate)
{
    Track song { rate, rate.framesIn (demoLength) };
    addAt (song, roomyParts (song, rate), 1.0);

    Track bass { rate, song.audio.numFrames() };
    playBass (bass, bassNotes());
    duckUnder (bass, kickNotes(), 0.55);
    addAt (song, bass, 0.17);

    Track kick { rate, song.audio.numFrames() };
    playKick (kick, kickNotes());
    addAt (song, kick, 0.36);

    Track hats { rate, song.audio.numFrames() };
    playHats (hats, hatNotes());
    addAt (song, hats, 0.15);

    removeDirectCurrent (song);
    fadeOut (song);
    master (song.audio, rate, demoLoudness, sampleCeiling);
    return std::move (song.audio);
}

} // namespace cli
