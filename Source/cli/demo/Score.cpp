// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demo/Score.h"

#include <algorithm>

namespace cli
{

namespace
{

enum class Chord
{
    em7,
    cMajor7,
    g,
    d
};

struct Voicing
{
    double bassRoot;
    double bassFifth;
    std::array<double, 4> pitches;
};

// Roots and fifths lie from E1 (28) to E2 (40); the voices of a chord move as little as they can.
constexpr std::array voicings { Voicing { 28, 35, { 52, 59, 62, 67 } },
                                Voicing { 36, 31, { 52, 55, 59, 64 } },
                                Voicing { 31, 38, { 50, 55, 59, 67 } },
                                Voicing { 38, 33, { 54, 57, 62, 64 } } };

// Two chords a bar.
constexpr std::array progression {
    Chord::em7,     Chord::em7,     Chord::cMajor7, Chord::cMajor7, // intro
    Chord::em7,     Chord::em7,     Chord::cMajor7, Chord::cMajor7, // verse
    Chord::g,       Chord::g,       Chord::d,       Chord::d,
    Chord::cMajor7, Chord::cMajor7, Chord::g,       Chord::g, // chorus
    Chord::d,       Chord::d,       Chord::em7,     Chord::d,
    Chord::cMajor7, Chord::d,       Chord::g,       Chord::g // ending
};

constexpr int numBars = static_cast<int> (progression.size()) / 2;

const Voicing& voicingAt (double beat)
{
    const auto half = static_cast<std::size_t> (beat / 2.0);
    return voicings[static_cast<std::size_t> (progression[half])];
}

bool isIn (int bar, Section section) { return bar >= section.firstBar && bar < section.endBar; }

double startOf (int bar) { return bar * beatsPerBar; }

struct Phrase
{
    double beat;
    double beats;
    double pitch;
};

void addPhrases (std::vector<Note>& notes, int bar, std::span<const Phrase> phrases, double gain)
{
    for (const auto& [beat, beats, pitch] : phrases)
        notes.push_back ({ startOf (bar) + beat, beats, pitch, gain });
}

constexpr std::array verseMelody {
    Phrase { 1.0, 1.0, 64 },  Phrase { 2.0, 0.5, 67 },  Phrase { 2.5, 0.5, 66 },
    Phrase { 3.0, 1.0, 64 },  Phrase { 4.5, 0.5, 64 },  Phrase { 5.0, 0.5, 62 },
    Phrase { 5.5, 1.5, 64 },  Phrase { 9.0, 1.0, 67 },  Phrase { 10.0, 0.5, 69 },
    Phrase { 10.5, 0.5, 71 }, Phrase { 11.0, 0.5, 69 }, Phrase { 11.5, 0.5, 67 },
    Phrase { 12.0, 1.5, 69 }, Phrase { 13.5, 0.5, 66 }, Phrase { 14.0, 1.5, 62 }
};

constexpr std::array chorusMelody {
    Phrase { 0.0, 0.5, 67 },  Phrase { 0.5, 0.5, 71 },  Phrase { 1.0, 1.0, 72 },
    Phrase { 2.0, 0.5, 71 },  Phrase { 2.5, 0.5, 67 },  Phrase { 3.0, 1.0, 67 },
    Phrase { 4.0, 1.5, 71 },  Phrase { 5.5, 0.5, 74 },  Phrase { 6.0, 1.75, 74 },
    Phrase { 8.0, 0.5, 74 },  Phrase { 8.5, 0.5, 72 },  Phrase { 9.0, 1.0, 69 },
    Phrase { 10.0, 0.5, 69 }, Phrase { 10.5, 0.5, 71 }, Phrase { 11.0, 1.0, 69 },
    Phrase { 12.0, 1.5, 67 }, Phrase { 13.5, 0.5, 66 }, Phrase { 14.0, 1.0, 66 },
    Phrase { 15.0, 1.0, 69 }
};

constexpr std::array lastMelody { Phrase { 0.0, 1.0, 67 },
                                  Phrase { 1.0, 1.0, 64 },
                                  Phrase { 2.0, 1.0, 66 },
                                  Phrase { 3.0, 1.0, 69 },
                                  Phrase { 4.0, 3.0, 67 } };

/** Two steps down the scale of G major, which E minor shares. */
double thirdBelow (double pitch)
{
    constexpr std::array scale { 0, 2, 4, 6, 7, 9, 11 }; // C D E F# G A B
    const int octave = static_cast<int> (pitch) / 12;
    const int tone = static_cast<int> (pitch) % 12;
    const auto found = std::find (scale.begin(), scale.end(), tone);
    const int step = static_cast<int> (found - scale.begin()) - 2;
    const int wrapped = step < 0 ? step + 7 : step;
    return 12.0 * (step < 0 ? octave - 1 : octave) + scale[static_cast<std::size_t> (wrapped)];
}

bool isOffbeat (double beat) { return std::fmod (beat, 1.0) == 0.5; }

double hatGain (double beat)
{
    if (isOffbeat (beat))
        return 0.9;

    return std::fmod (beat, 0.5) == 0.0 ? 0.6 : 0.35;
}

} // namespace

std::vector<Note> kickNotes()
{
    std::vector<Note> notes;

    for (int bar = verse.firstBar; bar < ending.firstBar + 1; ++bar)
        for (const double beat : { 0.0, 1.75, 2.5 })
            notes.push_back ({ startOf (bar) + beat, 0.5, 0.0, beat == 1.75 ? 0.7 : 1.0 });

    notes.push_back ({ startOf (ending.endBar - 1), 1.0, 0.0, 1.0 });
    return notes;
}

std::vector<Note> snareNotes()
{
    std::vector<Note> notes;

    for (int bar = verse.firstBar; bar < ending.firstBar + 1; ++bar)
        for (const double beat : { 1.0, 3.0 })
            notes.push_back ({ startOf (bar) + beat, 0.5, 0.0, 1.0 });

    // A fill that leads into the chorus.
    for (const double beat : { -0.5, -0.25 })
        notes.push_back ({ startOf (chorus.firstBar) + beat, 0.25, 0.0, 0.6 });

    return notes;
}

std::vector<Note> hatNotes()
{
    std::vector<Note> notes;

    for (int bar = 1; bar < ending.firstBar + 1; ++bar)
    {
        const double step = isIn (bar, chorus) ? 0.25 : 0.5;

        for (double beat = 0.0; beat < beatsPerBar; beat += step)
        {
            const bool isOpen = isOffbeat (beat) && isIn (bar, chorus);
            notes.push_back ({ startOf (bar) + beat, isOpen ? 0.4 : 0.12, 0.0, hatGain (beat) });
        }
    }

    return notes;
}

std::vector<Note> bassNotes()
{
    constexpr std::array groove { Phrase { 0.0, 0.7, 0 },  Phrase { 0.75, 0.25, 0 },
                                  Phrase { 1.5, 0.45, 0 }, Phrase { 2.0, 0.45, 0 },
                                  Phrase { 2.5, 0.7, 0 },  Phrase { 3.25, 0.25, 1 },
                                  Phrase { 3.5, 0.45, 1 } };
    std::vector<Note> notes;

    for (int bar = verse.firstBar; bar < ending.firstBar + 1; ++bar)
        for (const auto& [beat, beats, fifth] : groove)
        {
            const auto& voicing = voicingAt (startOf (bar) + beat);
            notes.push_back ({ startOf (bar) + beat,
                               beats,
                               fifth > 0.0 ? voicing.bassFifth : voicing.bassRoot,
                               1.0 });
        }

    notes.push_back ({ startOf (ending.endBar - 1),
                       3.0,
                       voicingAt (startOf (ending.endBar - 1)).bassRoot,
                       1.0 });
    return notes;
}

std::vector<Note> chordNotes()
{
    std::vector<Note> notes;

    for (double beat = 0.0; beat < numBars * beatsPerBar; beat += 2.0)
        for (const double pitch : voicingAt (beat).pitches)
            notes.push_back ({ beat, 2.0, pitch, 1.0 });

    return notes;
}

std::vector<Note> bellNotes()
{
    constexpr std::array<std::size_t, 8> order { 0, 2, 1, 3, 2, 1, 3, 2 };
    std::vector<Note> notes;

    for (int bar = 0; bar < numBars - 1; ++bar)
        for (std::size_t i = 0; i < order.size() && ! isIn (bar, verse); ++i)
        {
            const double beat = startOf (bar) + 0.5 * static_cast<double> (i);
            notes.push_back ({ beat, 1.5, voicingAt (beat).pitches[order[i]] + 24.0, 1.0 });
        }

    return notes;
}

std::vector<Note> voiceNotes()
{
    std::vector<Note> notes;
    addPhrases (notes, verse.firstBar, verseMelody, 0.85);
    addPhrases (notes, chorus.firstBar, chorusMelody, 1.0);
    addPhrases (notes, ending.firstBar, lastMelody, 0.9);
    return notes;
}

std::vector<Note> harmonyNotes()
{
    std::vector<Note> notes;

    for (const auto& note : voiceNotes())
        if (note.beat >= startOf (chorus.firstBar))
            notes.push_back ({ note.beat, note.beats, thirdBelow (note.pitch), note.gain });

    return notes;
}

} // namespace cli
